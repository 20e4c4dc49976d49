import fc from "fast-check";
import { expect, test } from "vitest";
import { nested, typedValues } from "@/lib/web/form-body";
import { withRows } from "@/lib/web/form-rows";

function bodyOf(pairs: [string, string][]): FormData {
  const body = new FormData();
  for (const [name, value] of pairs) body.append(name, value);
  return body;
}

test("flat names become rows and fields, several values a list", () => {
  const body = bodyOf([
    ["name", "Acme"],
    ["lines.0.description", "Cemento"],
    ["lines.1.description", "Varilla"],
    ["lines.1.taxes", "IVA16"],
    ["lines.1.taxes", "IEPS8"],
    ["accountId", "7"],
    ["accountId.text", "Acme"],
    ["_submission", "x"],
    ["$ACTION_ID", "y"],
  ]);
  expect(nested(body)).toEqual({ name: "Acme", accountId: "7", lines: [{ description: "Cemento" }, { description: "Varilla", taxes: ["IVA16", "IEPS8"] }] });
});

test("what was typed comes back but secrets do not", () => {
  const body = bodyOf([
    ["email", "a@b.mx"],
    ["password", "secreta"],
    ["newPassword", "secreta"],
    ["token", "x"],
    ["_version", "3"],
  ]);
  expect(typedValues(body)).toEqual({ email: ["a@b.mx"] });
});

test("a field named like what every object has is only text", () => {
  const names = ["toString", "hasOwnProperty", "constructor", "__proto__"];
  expect(Object.keys(typedValues(bodyOf(names.map((name) => [name, "x"]))))).toEqual(["toString", "hasOwnProperty"]);
});

test("no name reaches a prototype, throws, or grows without bound", () => {
  const step = fc.oneof(
    fc.constantFrom("__proto__", "constructor", "prototype", "toString", "0", "1", "999", "99999", "lines", "a"),
    fc.string({ maxLength: 4 }),
  );
  const name = fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) => steps.join("."));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 30 }), (pairs) => {
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      nested(bodyOf(pairs));
      expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
      expect(({} as { polluted?: string }).polluted).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test("a row beyond any form makes no long list, and one too many is still there to be refused", () => {
  const far = nested(
    bodyOf([
      ["lines.0.description", "a"],
      ["lines.30000000.description", "b"],
    ]),
  );
  expect(far).toEqual({ lines: [{ description: "a" }] });
  const many = nested(bodyOf(Array.from({ length: 1001 }, (_, i): [string, string] => [`lines.${i}.description`, "x"])));
  expect(many.lines).toHaveLength(1001);
});

test("rows are added at the end and removed with the others moving up", () => {
  const values = { name: ["x"], "lines.0.description": ["a"], "lines.1.description": ["b"], "lines.2.description": ["c"] };
  expect(Object.keys(withRows(values, "lines.add")!).filter((key) => key.startsWith("lines.3."))).toHaveLength(1);
  expect(withRows(values, "lines.remove.1")).toEqual({ name: ["x"], "lines.0.description": ["a"], "lines.1.description": ["c"] });
  expect(withRows(values, "otra cosa")).toBeUndefined();
  expect(withRows(values, null)).toBeUndefined();
});
