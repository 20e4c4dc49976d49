import { RuleError } from "@/lib/core/errors";
import { type Fraction, fractionOf, minus, percentOf, roundToUnits, sumOf, times, wholeFraction } from "@/lib/core/exact";
import type { PricedLine, TaxRule, TotalsInput } from "@/lib/documents/totals/types";

/** Refuses a table of taxes that could not be charged in the order it is written. */
export function checkTaxes(taxes: Record<string, TaxRule>) {
  const earlier = new Set<string>();
  for (const [code, tax] of Object.entries(taxes)) {
    if (fractionOf(tax.rate).top < 0n) throw new RuleError("totals.negative_not_allowed", "taxes", { code });
    if (tax.kind === "percent_of_gross" && isWhole(tax.rate)) throw new RuleError("totals.rate_out_of_range", "taxes", { code });
    if (tax.basePlus?.some((named) => !earlier.has(named))) throw new RuleError("totals.tax_order", "taxes", { code });
    earlier.add(code);
  }
}

/** A tax of so much for each unit, on one line. */
export function fixedTax(line: PricedLine, tax: TaxRule, { decimals, rounding }: TotalsInput): bigint {
  return roundToUnits(times(fractionOf(line.quantity), fractionOf(tax.rate)), decimals, rounding.mode);
}

/** The named earlier taxes of the same line that this one is charged upon. */
export function cascade(tax: TaxRule, taxes: Record<string, bigint>): bigint {
  return sumOf((tax.basePlus ?? []).map((code) => taxes[code] ?? 0n));
}

/** What share of a base without the tax the tax is: a tax «por dentro» of 13 % is 13/87 of the net. */
export function shareOfBase(tax: TaxRule): Fraction {
  const rate = percentOf(tax.rate);
  if (tax.kind === "percent") return rate;
  const rest = minus(wholeFraction(1n), rate);
  return { top: rate.top * rest.bottom, bottom: rate.bottom * rest.top };
}

function isWhole(rate: string): boolean {
  const { top, bottom } = percentOf(rate);
  return top >= bottom;
}
