import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { businessTaxIdTypes, checkAnyTaxId, personTaxIdTypes } from "@/lib/i18n/tax-id-types";
import { checkTaxId } from "@/lib/i18n/tax-ids";

type Vectors = { countries: Record<string, Record<"valid" | "warn" | "invalid", string[]>> };
const vectors: Vectors = JSON.parse(readFileSync("tests/data/tax-ids.json", "utf8"));

const cases = Object.entries(vectors.countries).flatMap(([country, byResult]) =>
  Object.entries(byResult).flatMap(([result, numbers]) => numbers.map((number) => [country, number, result] as const)),
);

test("there is a vector for each country we check", () => {
  expect(Object.keys(vectors.countries).sort()).toEqual(Object.keys(businessTaxIdTypes).sort());
  expect(cases.length).toBeGreaterThanOrEqual(76);
});

test.each(cases)("%s %s is %s", (country, number, result) => {
  expect(checkTaxId(country, businessTaxIdTypes[country]!, number).result).toBe(result);
});

test.each([
  ["CO", "830.005.997-1", "valid"],
  ["CO", "213123435A", "invalid"],
  ["AR", "20-05536168-2", "valid"],
  ["AR", "99-05536168-8", "invalid"],
  ["UY", "210001550012", "valid"],
  ["UY", "210000000019", "invalid"],
  ["CL", "12.531.909-2", "valid"],
  ["PE", "20131372770", "valid"],
  ["PE", "99512333792", "invalid"],
  ["VE", "V-11470283-4", "valid"],
  ["VE", "V-11A70283-4", "invalid"],
  ["EC", "0160000510001", "valid"],
  ["EC", "1714307104", "invalid"],
  ["PY", "80000190-7", "valid"],
  ["CR", "4-000-042138", "valid"],
  ["CR", "1-101-079297", "invalid"],
  ["DO", "101637587", "valid"],
  ["GT", "CF", "valid"],
  ["GT", "12D", "invalid"],
  ["ES", "A11111119", "valid"],
  ["ES", "J99216583", "invalid"],
  ["US", "07-1144442", "invalid"],
  ["MX", "MAB-931314-8T4", "invalid"],
])("%s %s, published, is %s", (country, number, result) => {
  expect(checkTaxId(country, businessTaxIdTypes[country]!, number).result).toBe(result);
});

test("unicode dashes, spaces and points are typing, not part of the number", () => {
  expect(checkTaxId("CO", "nit", "860.002.134\u20138")).toEqual({ result: "valid", normalised: "8600021348" });
  expect(checkTaxId("MX", "rfc", "\u00a0mab\u2011930714\u20118t4 ")).toEqual({ result: "valid", normalised: "MAB9307148T4" });
});

test("in Panama the dashes are part of the number", () => {
  expect(checkTaxId("PA", "ruc", "155596713\u20132\u20132015").normalised).toBe("155596713-2-2015");
});

test("an unknown country or type is taken as it comes, and nothing is never valid", () => {
  expect(checkTaxId("DE", "tax_id", "DE 123")).toEqual({ result: "valid", normalised: "DE123" });
  expect(checkTaxId("CO", "passport", "ab-12")).toEqual({ result: "valid", normalised: "AB-12" });
  expect(checkTaxId("DE", "tax_id", " - ").result).toBe("invalid");
});

test.each([
  ["AR", "cuil", "20-05536168-2", "valid"],
  ["AR", "cuil", "30653311857", "invalid"],
  ["AR", "dni", "20.123.456", "valid"],
  ["AR", "dni", "2012345678", "invalid"],
  ["UY", "ci", "1.234.567-2", "valid"],
  ["UY", "ci", "1.234.567-3", "invalid"],
  ["BO", "ci", "4567890", "valid"],
  ["BO", "ci", "4567890-1A", "valid"],
  ["BO", "ci", "4567890-AA", "invalid"],
  ["VE", "ci", "V-12.345.678", "valid"],
  ["VE", "ci", "J-12345678", "invalid"],
  ["EC", "ruc", "9999999999999", "valid"],
  ["EC", "ruc", "9999999999991", "invalid"],
  ["EC", "ruc", "1790011674001", "valid"],
  ["EC", "ruc", "1793213150001", "warn"],
  ["EC", "ruc", "1793189906001", "warn"],
  ["EC", "ruc", "0993366721001", "warn"],
  ["EC", "ruc", "0993370026001", "warn"],
  ["EC", "ruc", "0993381661001", "warn"],
  ["EC", "ruc", "1793213150000", "invalid"],
  ["EC", "ruc", "2593213150001", "invalid"],
  ["EC", "ruc", "179321315001", "invalid"],
  ["EC", "ruc", "1714307103001", "valid"],
  ["EC", "ruc", "1714307104001", "invalid"],
  ["EC", "ruc", "1774307103001", "invalid"],
  ["EC", "cedula", "1714307103", "valid"],
  ["EC", "cedula", "1714307104", "invalid"],
  ["DO", "cedula", "123456789", "invalid"],
  ["CR", "cedula_fisica", "1-0234-0567", "valid"],
  ["CR", "cedula_fisica", "0-0234-0567", "invalid"],
  ["CR", "dimex", "155812345678", "valid"],
  ["CR", "nite", "3120123456", "valid"],
  ["GT", "cui", "2345 67890 0101", "valid"],
  ["GT", "cui", "2345 67890 9901", "invalid"],
  ["PA", "ruc", "7-NT-1-12", "valid"],
  ["PA", "ruc", "9-NT-1-23", "valid"],
  ["PA", "ruc", "8-NT-2-12345 DV 5", "valid"],
  ["PA", "ruc", "8NT-2-12345", "valid"],
  ["PA", "ruc", "8-XX-2-12345", "invalid"],
  ["PA", "cedula", "8-NT-12-345", "valid"],
  ["PA", "cedula", "8-123-456", "valid"],
  ["PA", "cedula", "81234567", "invalid"],
  ["ES", "nie", "X1234567L", "valid"],
  ["ES", "nie", "12345678Z", "invalid"],
  ["PE", "ce", "001234567", "valid"],
  ["PY", "ci", "4.567.890", "valid"],
])("of a person: %s %s %s is %s", (country, type, number, result) => {
  expect(checkTaxId(country, type, number).result).toBe(result);
});

test("a person may have the business one or their own; a company only the business one; where no rule is known, anything", () => {
  expect([checkAnyTaxId("CO", "company", "52123456"), checkAnyTaxId("CO", "individual", "52123456")]).toEqual(["invalid", "valid"]);
  expect([checkAnyTaxId("PE", "individual", "20512333798"), checkAnyTaxId("MX", "company", "SIN 931116 9P8"), checkAnyTaxId("FR", "company", "x")]).toEqual([
    "invalid",
    "warn",
    "valid",
  ]);
});

test("each person's type that is offered has its rule", () => {
  for (const [country, types] of Object.entries(personTaxIdTypes)) {
    for (const type of types) expect(checkTaxId(country, type, "!").result, `${country} ${type}`).toBe("invalid");
  }
});
