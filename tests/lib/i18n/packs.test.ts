import { expect, test } from "vitest";
import { countryCodes } from "@/lib/i18n/countries";
import { divisionName, isPackCode, packs, taxesOn } from "@/lib/i18n/packs";
import { businessTaxIdTypes, personTaxIdTypes } from "@/lib/i18n/tax-id-types";
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

test("today and on the days rates changed, each country proposes one tax that is in force", () => {
  for (const pack of all) {
    for (const day of ["2026-01-01", "2026-11-22", "2027-01-01"]) {
      expect(taxesOn(pack, day).filter(({ isDefault }) => isDefault)).toHaveLength(1);
    }
  }
  const codes = (code: "PE" | "EC", day: string) => taxesOn(packs[code], day).map((tax) => tax.code);
  expect(codes("PE", "2025-12-31")).toContain("IGV10");
  expect(codes("PE", "2026-01-01")).toEqual(expect.not.arrayContaining(["IGV10"]));
  expect(codes("PE", "2026-01-01")).toContain("IGV105");
  expect([codes("EC", "2024-03-31").includes("IVA15"), codes("EC", "2024-03-31").includes("IVA12"), codes("EC", "2024-04-01").includes("IVA15")]).toEqual([
    false,
    true,
    true,
  ]);
});

test("what a tax is charged upon is charged before it", () => {
  const cascading = all.flatMap(({ code, taxes }) =>
    taxes.flatMap(({ basePlus }, place) => (basePlus?.split(",") ?? []).map((named) => [code, named, taxes.slice(0, place).some((tax) => tax.code === named)])),
  );
  expect(cascading.filter(([, , isBefore]) => !isBefore)).toEqual([]);
  expect(new Set(cascading.map(([code]) => code))).toEqual(new Set(["MX", "PE", "EC", "VE"]));
});

test("where the law fixes how cents are rounded nobody can change it", () => {
  const locked = all.filter(({ rounding }) => rounding.isLocked).map(({ code, rounding }) => [code, rounding.mode]);
  expect(locked.sort()).toEqual([
    ["AR", "half_even"],
    ["CO", "half_even"],
  ]);
});

test("every country's types of identification are those that can be checked, the business one first", () => {
  for (const { code, taxIdTypes } of all.filter((pack) => pack.code !== "XX")) {
    expect(taxIdTypes[0]!.code).toBe(businessTaxIdTypes[code]);
    const persons = taxIdTypes.filter(({ holder }) => holder !== "company").map((type) => type.code);
    expect(persons).toEqual(expect.arrayContaining(personTaxIdTypes[code] ?? []));
  }
});
