import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { businessTaxIdTypes, checkTaxId } from "@/lib/i18n/tax-ids";

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
