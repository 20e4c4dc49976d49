import { expect, test } from "vitest";
import { countryChoices, countryCode, countryCodes, countryName } from "@/lib/i18n/countries";
import { neutral, runWith } from "@/lib/i18n/current";

test.each([
  ["Germany", "DE"],
  ["Mexico", "MX"],
  ["UK", "GB"],
  ["Sweden", "SE"],
  ["France", "FR"],
  ["Spain", "ES"],
  ["Canada", "CA"],
  ["Argentina", "AR"],
  ["Switzerland", "CH"],
  ["Brazil", "BR"],
  ["Austria", "AT"],
  ["Italy", "IT"],
  ["Portugal", "PT"],
  ["USA", "US"],
  ["Venezuela", "VE"],
  ["Ireland", "IE"],
  ["Belgium", "BE"],
  ["Norway", "NO"],
  ["Denmark", "DK"],
  ["Finland", "FI"],
  ["Poland", "PL"],
  ["México", "MX"],
  ["méxico ", "MX"],
  ["Brasil", "BR"],
  ["Alemania", "DE"],
  ["EE. UU.", "US"],
  ["EEUU", "US"],
  ["Estados Unidos", "US"],
  ["Reino Unido", "GB"],
  ["España", "ES"],
  ["PERU", "PE"],
  ["República Dominicana", "DO"],
  ["co", "CO"],
])("%s is %s", (text, code) => {
  expect(countryCode(text)).toBe(code);
});

test("what is no country has no code", () => {
  expect(["", "Atlántida", "XX", "ZZ", "M"].map(countryCode)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test("every country is listed once and found by its own names in both languages", () => {
  expect(countryCodes).toHaveLength(249);
  expect(new Set(countryCodes).size).toBe(249);
  for (const locale of ["es", "en"] as const) {
    runWith({ ...neutral, locale }, () => {
      for (const code of countryCodes) expect(countryCode(countryName(code)), `${locale} ${code}`).toBe(code);
    });
  }
});

test("names come in the viewer's language, in its order", () => {
  expect(countryName("DE")).toBe("Alemania");
  expect(runWith({ ...neutral, locale: "en" }, () => countryName("DE"))).toBe("Germany");
  expect(countryChoices()[0]).toEqual({ code: "AF", name: "Afganistán" });
});
