import { expect, test } from "vitest";
import { importKinds } from "@/db/vocabulary";
import { sheets } from "@/lib/i18n/es/sheets";
import { describeColumns, matchColumns, missingColumns, repeatedTargets } from "@/lib/imports/columns";

test("headers match in Spanish or English, however they are written", () => {
  expect(matchColumns("accounts", ["customerID", "companyName", "contactName", "contactTitle", "fax"])).toEqual({
    0: "code",
    1: "name",
    2: "contactName",
    3: "contactRole",
  });
  expect(matchColumns("accounts", ["RAZON SOCIAL", "nombre_de_la_empresa", "País ", "e-mail"])).toEqual({
    0: "legalName",
    1: "name",
    2: "country",
    3: "email",
  });
  expect(matchColumns("catalog", ["productID", "productName", "quantityPerUnit", "unitPrice", "discontinued"])).toEqual({
    0: "code",
    1: "name",
    2: "description",
    3: "unitPrice",
    4: "isInactive",
  });
});

test("of two columns with one meaning the better header wins and the other is ignored", () => {
  expect(matchColumns("accounts", ["Name", "Company name", "Company name"])).toEqual({ 1: "name" });
  expect(matchColumns("accounts", ["", "¿?"])).toEqual({});
});

test.each(importKinds)("the header of our own template of %s matches whole", (kind) => {
  const targets = describeColumns(kind).map(({ target }) => target);
  expect(Object.keys(sheets.columns[kind])).toEqual(targets);
  expect(Object.values(matchColumns(kind, Object.values(sheets.columns[kind]))).sort()).toEqual([...targets].sort());
});

test("a mapping says what it lacks and what it fills twice", () => {
  expect(missingColumns("catalog", { 0: "name" })).toEqual(["code", "unitPrice"]);
  expect(repeatedTargets({ 0: "name", 1: "code", 2: "name" })).toEqual(["name"]);
});
