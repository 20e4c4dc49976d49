import { expect, test } from "vitest";
import { actions } from "@/lib/access/registry";
import { isMessageKey } from "@/lib/i18n/words";

test("every event of a form has its sentence in the history", () => {
  expect(Object.keys(actions).filter((name) => !isMessageKey(`events.${name}`))).toEqual([]);
});
