import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("docs/promises.md names exactly the promises that the tests declare", () => {
  expect(execFileSync(process.execPath, ["scripts/promises.mjs", "--check"], { encoding: "utf8" })).toBe("");
});
