import fc from "fast-check";
import type { TaxRule, TotalsInput } from "@/lib/documents/totals/types";

/** Any document a form could send, with every kind of tax, in both price modes. Some cannot be, and must be refused. */
export function documents(scope?: "rate"): fc.Arbitrary<TotalsInput> {
  return fc.record({
    decimals: fc.constantFrom(0, 2, 2, 3),
    priceMode: fc.constantFrom("tax_excluded" as const, "tax_included" as const),
    rounding: fc.record({
      mode: fc.constantFrom("half_up" as const, "half_even" as const),
      taxScope: scope ? fc.constant(scope) : fc.constantFrom("rate" as const, "line" as const),
    }),
    taxes: fc.record({ A: percents(), B: percents(["A"]), C: percents(["A", "B"]), D: percents([], ["percent_of_gross"]), F: perUnit(), G: percents(["F"]) }),
    lines: fc.array(lines(), { minLength: 1, maxLength: 8 }),
    documentDiscount: fc.option(discounts(10), { nil: undefined }),
    withholdings: fc.array(withholdings(), { maxLength: 2 }),
    exchange: fc.option(fc.record({ rate: fc.integer({ min: 1, max: 10 ** 9 }).map((rate) => scaled(rate, 6)), decimals: fc.constantFrom(0, 2) }), {
      nil: undefined,
    }),
  });
}

function lines() {
  return fc.record({
    quantity: fc.oneof(
      fc.integer({ min: 0, max: 5 }).map(String),
      fc.nat({ max: 10 ** 8 }).map((units) => scaled(units, 6)),
    ),
    unitPrice: fc.oneof(
      fc.nat({ max: 1000 }).map((units) => scaled(units, 2)),
      fc.nat({ max: 10 ** 8 }).map((units) => scaled(units, 2)),
      fc.bigInt(0n, 10n ** 14n).map((units) => scaled(units, 10)),
    ),
    discount: fc.option(discounts(0), { nil: undefined }),
    taxes: fc.constantFrom<string[]>([], ["A"], ["A"], ["B"], ["A", "B"], ["B", "A", "C"], ["D"], ["A", "F"], ["F", "G"], ["A", "B", "F", "G"]),
  });
}

function discounts(most: number) {
  return fc.oneof(
    fc.nat({ max: 10_000 }).map((units) => ({ type: "percent" as const, value: scaled(units, 2) })),
    fc.nat({ max: most }).map((units) => ({ type: "amount" as const, value: String(units) })),
  );
}

function percents(basePlus: string[] = [], kinds: TaxRule["kind"][] = ["percent"]): fc.Arbitrary<TaxRule> {
  const rates = fc.oneof(
    fc.constantFrom("0", "16", "21", "10.5", "8.25", "50"),
    fc.nat({ max: 40_000_000 }).map((units) => scaled(units, 6)),
  );
  return fc.record({ kind: fc.constantFrom(...kinds), rate: rates, treatment: fc.constant("taxed"), basePlus: fc.constantFrom([], basePlus) });
}

function perUnit(): fc.Arbitrary<TaxRule> {
  return fc.nat({ max: 50 }).map((units) => ({ kind: "fixed_per_unit", rate: scaled(units, 2), treatment: "other" }));
}

function withholdings() {
  const effects = fc.constantFrom("reduces_total" as const, "reduces_amount_due" as const);
  return fc.record({
    code: fc.constantFrom("W", "X"),
    rate: fc.nat({ max: 5000 }).map((units) => scaled(units, 2)),
    base: fc.constantFrom("net", "taxes", "total"),
    effect: effects,
  });
}

export function scaled(units: number | bigint, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
