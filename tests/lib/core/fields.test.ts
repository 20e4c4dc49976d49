import { expect, test } from "vitest";
import { z } from "zod";
import * as fields from "@/lib/core/fields";
import { nested } from "@/lib/web/form-body";

const full = z.object({
  name: fields.requiredText(5),
  notes: fields.optionalText(5),
  price: fields.decimalText({ max: 2, min: "0", format: { decimal: ",", group: "." } }),
  cost: fields.optionalDecimalText({ max: 2 }),
  on: fields.date(),
  until: fields.optionalDate(),
  ticked: fields.checkbox(),
  account: fields.id(),
  owner: fields.optionalId(),
  mail: fields.email(),
  otherMail: fields.optionalEmail(),
  phone: fields.optionalPhone(),
});

const typed = { name: " Ana ", price: "1.234,50", on: "2026-08-22", account: "7", mail: "a@b.mx", ticked: "on" };
const read = {
  name: "Ana",
  notes: null,
  price: "1234.5",
  cost: null,
  on: "2026-08-22",
  until: null,
  ticked: true,
  account: 7,
  owner: null,
  mail: "a@b.mx",
  otherMail: null,
  phone: null,
};
const blank = { notes: "", cost: "", until: "", owner: "", otherMail: "", phone: "" };

test.each([
  ["missing", {}],
  ["blank", blank],
])("optional fields may be %s", (_, optional) => {
  expect(full.parse({ ...typed, ...optional })).toEqual(read);
  expect(throughForm({ ...typed, ...optional })).toEqual(read);
});

test("JSON may bring numbers, booleans and nulls", () => {
  expect(full.parse({ ...typed, account: 7, owner: null, notes: null, ticked: true })).toEqual(read);
});

test("a box left alone is false", () => {
  const { ticked: _, ...rest } = typed;
  expect(full.parse(rest).ticked).toBe(false);
  expect(throughForm(rest)).toMatchObject({ ticked: false });
});

test("every optional value is read too", () => {
  const more = { notes: "a", cost: "1.50", until: "2026-01-31", owner: "3", otherMail: "c@d.uy", phone: "094 123 456" };
  expect(throughForm({ ...typed, ...more })).toMatchObject({ ...more, cost: "1.5", owner: 3 });
});

test.each([
  ["name", "", "too_small"],
  ["name", "demasiado", "too_big"],
  ["price", "", "too_small"],
  ["price", "abc", "not_a_number"],
  ["price", "12.5", "not_a_number"],
  ["price", "1,234", "too_many_decimals"],
  ["price", "-1", "number_too_small"],
  ["price", "12345678901234", "number_too_large"],
  ["cost", "1e3", "not_a_number"],
  ["on", "", "too_small"],
  ["on", "2026-02-30", "invalid_format"],
  ["until", "22/08/2026", "invalid_format"],
  ["ticked", "yes", "invalid_union"],
  ["account", "", "too_small"],
  ["account", "0", "too_small"],
  ["account", "1.5", "invalid_type"],
  ["account", "99999999999999999", "invalid_type"],
  ["owner", "x", "invalid_type"],
  ["mail", "", "too_small"],
  ["mail", "ana", "invalid_format"],
  ["otherMail", "ana@", "invalid_format"],
])("%s refuses %j with %s", (name, value, code) => {
  const issues = full.safeParse({ ...typed, [name]: value }).error?.issues ?? [];
  expect(issues.map((issue) => [issue.path[0], telling(issue)])).toEqual([[name, code]]);
});

function telling(issue: z.core.$ZodIssue): unknown {
  if (issue.code === "custom") return issue.params?.code;
  return issue.code;
}

function throughForm(values: Record<string, string>): unknown {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.set(name, value);
  return full.parse(nested(body));
}

test("an accent typed apart from its letter becomes one with it", () => {
  const apart = "Pen\u0303a Ma\u0301";
  expect([fields.requiredText(9).parse(apart), fields.optionalText(7).parse(apart)]).toEqual(["Peña Má", "Peña Má"]);
  expect(fields.requiredText(6).safeParse(apart).success).toBe(false);
});
