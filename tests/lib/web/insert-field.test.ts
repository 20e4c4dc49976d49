import { expect, test } from "vitest";
import { withInsertedField } from "@/lib/web/insert-field";

test.each([
  ["Estimado", "Estimado {{contacto}}"],
  ["Estimado ", "Estimado {{contacto}}"],
  ["", "{{contacto}}"],
  ["Estimado\n", "Estimado\n{{contacto}}"],
])("a field goes to the end of %j", (text, whole) => {
  expect(withInsertedField({ text: [text], insertField: ["{{contacto}}"], to: ["a"] })).toEqual({ text: [whole], insertField: [""], to: ["a"] });
});

test("nothing chosen inserts nothing", () => {
  expect(withInsertedField({ text: ["Texto"], insertField: [""] })).toBeUndefined();
  expect(withInsertedField({ text: ["Texto"] })).toBeUndefined();
});
