import { expect, test } from "vitest";
import { totals } from "@/lib/documents/totals";
import type { TaxRule, TotalsInput } from "@/lib/documents/totals/types";

const iva16: TaxRule = { kind: "percent", rate: "16", treatment: "taxed" };
const bag: TaxRule = { kind: "fixed_per_unit", rate: "0.50", treatment: "other" };
const base = {
  decimals: 2,
  priceMode: "tax_excluded",
  rounding: { mode: "half_up", taxScope: "rate" },
  taxes: { IVA16: iva16 },
  lines: [{ quantity: "1", unitPrice: "100", taxes: ["IVA16"] }],
} satisfies TotalsInput;

test("a tax included with a per-unit tax is taken out after it", () => {
  const result = totals({
    ...base,
    priceMode: "tax_included",
    taxes: { BAG: bag, IVA16: iva16 },
    lines: [{ quantity: "2", unitPrice: "58.50", taxes: ["BAG", "IVA16"] }],
  });
  expect(result).toMatchObject({ netTotal: "100.00", taxTotal: "17.00", total: "117.00" });
  expect(result.lines[0]!.taxes).toEqual({ BAG: "1.00", IVA16: "16.00" });
});

test("included taxes in cascade divide by their product", () => {
  const taxes = { IEPS8: { ...iva16, rate: "8" }, IVA16: { ...iva16, basePlus: ["IEPS8"] } };
  const result = totals({ ...base, priceMode: "tax_included", taxes, lines: [{ quantity: "1", unitPrice: "125.28", taxes: ["IVA16", "IEPS8"] }] });
  expect(result).toMatchObject({ netTotal: "100.00", total: "125.28" });
  expect(result.taxTotals).toMatchObject([
    { code: "IEPS8", base: "100.00", amount: "8.00" },
    { code: "IVA16", base: "108.00", amount: "17.28" },
  ]);
});

test("an included tax upon a per-unit tax keeps every line right", () => {
  const taxes = { BAG: bag, IVA16: { ...iva16, basePlus: ["BAG"] } };
  const lines = [
    { quantity: "1", unitPrice: "116.58", taxes: ["BAG", "IVA16"] },
    { quantity: "1", unitPrice: "1.74", taxes: ["BAG", "IVA16"] },
  ];
  expect(totals({ ...base, priceMode: "tax_included", taxes, lines }).lines.map((line) => line.net)).toEqual(["100.00", "1.00"]);
});

test("a tax inside the gross price is added to a net price too", () => {
  const taxes: Record<string, TaxRule> = { IVA13: { kind: "percent_of_gross", rate: "13", treatment: "taxed" } };
  const result = totals({ ...base, taxes, lines: [{ quantity: "1", unitPrice: "87", taxes: ["IVA13"] }] });
  expect(result).toMatchObject({ netTotal: "87.00", taxTotal: "13.00", total: "100.00" });
  expect(result.taxTotals[0]).toMatchObject({ base: "100.00" });
});

test("rounding by line adds the rounded lines", () => {
  const lines = Array.from({ length: 10 }, () => ({ quantity: "1", unitPrice: "0.07", taxes: ["IVA21"] }));
  const taxes = { IVA21: { ...iva16, rate: "21" } };
  expect(totals({ ...base, taxes, lines }).taxTotal).toBe("0.15");
  expect(totals({ ...base, taxes, lines, rounding: { mode: "half_up", taxScope: "line" } }).taxTotal).toBe("0.10");
});

test("the functional net takes the residual of its rounded buckets", () => {
  const { functional } = totals({ ...base, lines: [{ quantity: "1", unitPrice: "10.01", taxes: ["IVA16"] }], exchange: { rate: "17.123456", decimals: 2 } });
  expect(functional).toEqual({
    netTotal: "171.40",
    taxTotals: [{ code: "IVA16", amount: "27.40" }],
    taxTotal: "27.40",
    withholdings: [],
    total: "198.80",
    amountDue: "198.80",
  });
});

const refused: [string, Partial<TotalsInput>, string][] = [
  ["a negative quantity", { lines: [{ quantity: "-1", unitPrice: "1", taxes: [] }] }, "totals.negative_not_allowed"],
  ["a document discount above the whole", { documentDiscount: { type: "amount", value: "100.01" } }, "totals.discount_out_of_range"],
  ["a percentage above the whole, of nothing", { lines: [], documentDiscount: { type: "percent", value: "101" } }, "totals.discount_out_of_range"],
  ["a negative discount", { documentDiscount: { type: "percent", value: "-1" } }, "totals.discount_out_of_range"],
  ["a tax nobody configured", { lines: [{ quantity: "1", unitPrice: "1", taxes: ["X"] }] }, "totals.unknown_tax"],
  ["a tax upon a later one", { taxes: { A: { ...iva16, basePlus: ["IVA16"] }, IVA16: iva16 } }, "totals.tax_order"],
  [
    "a price below its per-unit tax",
    { priceMode: "tax_included", taxes: { BAG: bag }, lines: [{ quantity: "1", unitPrice: "0.4", taxes: ["BAG"] }] },
    "totals.negative_not_allowed",
  ],
  ["withholding more than there is", { withholdings: [{ code: "W", rate: "101", base: "total", effect: "reduces_total" }] }, "totals.withholding_out_of_range"],
];

test.each(refused)("%s is refused", (_, change, code) => {
  expect(() => totals({ ...base, ...change })).toThrow(code);
});

test("the refusal names the field", () => {
  expect(() => totals({ ...base, lines: [...base.lines, { quantity: "1", unitPrice: "-1", taxes: [] }] })).toThrow(
    expect.objectContaining({ field: "lines.1.unitPrice" }),
  );
});

test("an empty document is all zeros", () => {
  expect(totals({ ...base, lines: [] })).toMatchObject({ grossTotal: "0.00", total: "0.00", taxTotals: [] });
});

test("a tied cent of discount goes to the same line wherever it stands", () => {
  const taxes = { IVA16: iva16, ZERO: { ...iva16, rate: "0" } };
  const lines = [
    { quantity: "1", unitPrice: "3.13", taxes: ["IVA16"] },
    { quantity: "1", unitPrice: "3.13", taxes: ["ZERO"] },
  ];
  const discounted: TotalsInput = { ...base, taxes, lines, documentDiscount: { type: "amount", value: "0.01" } };
  const shares = totals(discounted).lines.map((line) => line.documentDiscountShare);
  expect(shares).toEqual(["0.01", "0.00"]);
  expect(totals({ ...discounted, lines: lines.toReversed() }).lines.map((line) => line.documentDiscountShare)).toEqual(["0.00", "0.01"]);
});

test("a document of a thousand lines adds up like any other", () => {
  const lines = Array.from({ length: 1000 }, (_, index) => ({ quantity: "1.5", unitPrice: `${index}.37`, taxes: ["IVA16"] }));
  const result = totals({ ...base, lines, documentDiscount: { type: "percent", value: "3.33" } });
  expect(result).toMatchObject({ grossTotal: "749810.00", discountTotal: "24968.67", netTotal: "724841.33", taxTotal: "115974.61", total: "840815.94" });
});

test("sharing out an included tax never asks a line for more than it has", () => {
  const taxes = { B: { ...iva16, rate: "21" }, C: { ...iva16, rate: "0.000008", basePlus: ["B"] } };
  const lines = ["306", "20"].map((unitPrice) => ({ quantity: "1", unitPrice, taxes: ["B", "C"] }));
  const result = totals({ ...base, decimals: 0, priceMode: "tax_included", taxes, lines });
  expect(result.lines.map((line) => line.total)).toEqual(["306", "20"]);
  expect(result.lines.flatMap((line) => Object.values(line.taxes)).filter((amount) => amount.startsWith("-"))).toEqual([]);
});
