import { expect, test } from "vitest";
import { countryCodes } from "@/lib/i18n/countries";
import { divisionName, isPackCode, packs, taxesOn } from "@/lib/i18n/packs";
import { checkTaxId } from "@/lib/i18n/tax-ids";

const all = Object.values(packs);

test("each pack stands under its own code", () => {
  for (const [code, pack] of Object.entries(packs)) expect(pack.code).toBe(code);
  expect([isPackCode("MX"), isPackCode("toString")]).toEqual([true, false]);
});

test("divisions are unique and all there", () => {
  for (const { divisions } of all) {
    expect(new Set(divisions.map(({ code }) => code)).size).toBe(divisions.length);
    expect(new Set(divisions.map(({ name }) => name)).size).toBe(divisions.length);
  }
  expect([packs.MX.divisions.length, packs.CO.divisions.length, packs.XX.divisions.length]).toEqual([32, 33, 0]);
  expect(divisionName(packs.CO, "DC")).toBe("Bogotá, D. C.");
});

test("formats and zones make sense", () => {
  for (const pack of all) {
    expect(pack.decimal).not.toBe(pack.group);
    expect(Intl.supportedValuesOf("currency")).toContain(pack.currency);
    expect(() => new Intl.DateTimeFormat("es", { timeZone: pack.zone })).not.toThrow();
    if (pack.phoneCountry) expect(countryCodes).toContain(pack.phoneCountry);
  }
});

test("taxes have unique codes, decimal rates, one default, and hold only while valid", () => {
  for (const { taxes, withholdings } of all) {
    expect(new Set(taxes.map(({ code }) => code)).size).toBe(taxes.length);
    expect(taxes.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    for (const { rate, validFrom } of [...taxes, ...withholdings]) {
      expect(rate).toMatch(/^\d+(\.\d{1,6})?$/);
      expect(validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  }
  const closing = { ...packs.MX, taxes: [{ ...packs.MX.taxes[0]!, validTo: "2026-12-31" }] };
  expect([taxesOn(closing, "2009-12-31"), taxesOn(closing, "2026-12-31"), taxesOn(closing, "2027-01-01")].map((taxes) => taxes.length)).toEqual([0, 1, 0]);
});

test("the final consumer's number is of a type the pack has, and passes its own check", () => {
  for (const { code, finalConsumer, taxIdTypes } of all) {
    expect(taxIdTypes.map((type) => type.code)).toContain(finalConsumer.taxIdType);
    if (finalConsumer.taxId) expect(checkTaxId(code, finalConsumer.taxIdType, finalConsumer.taxId).result).toBe("valid");
  }
});

test("each kind with a fiscal name proposes exactly one", () => {
  for (const { fiscalDocuments } of all) {
    for (const kind of new Set(fiscalDocuments.map((entry) => entry.kind))) {
      expect(fiscalDocuments.filter((entry) => entry.kind === kind && entry.isDefault)).toHaveLength(1);
    }
  }
});
