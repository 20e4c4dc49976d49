import { allocateUnits } from "@/lib/core/allocate";
import { roundFraction, sumOf, times, wholeFraction } from "@/lib/core/exact";
import { cascade, fixedTax, shareOfBase } from "@/lib/documents/totals/taxes";
import type { PricedLine, TaxedLine, TaxRule, TotalsInput } from "@/lib/documents/totals/types";

/** Prices without tax: the amount is the net, and each tax is charged upon it in the configured order. */
export function addTaxes(lines: PricedLine[], input: TotalsInput): TaxedLine[] {
  const taxed: TaxedLine[] = lines.map((line) => ({ ...line, net: line.amount, taxes: {}, bases: {} }));
  for (const [code, tax] of Object.entries(input.taxes)) {
    const bearers = taxed.filter((line) => line.codes.includes(code));
    const bases = bearers.map((line) => line.net + cascade(tax, line.taxes));
    const amounts = chargeTax(bearers, bases, tax, input);
    bearers.forEach((line, index) => {
      line.taxes[code] = amounts[index]!;
      line.bases[code] = tax.kind === "percent_of_gross" ? bases[index]! + amounts[index]! : bases[index]!;
    });
  }
  return taxed;
}

function chargeTax(lines: TaxedLine[], bases: bigint[], tax: TaxRule, input: TotalsInput): bigint[] {
  if (tax.kind === "fixed_per_unit") return lines.map((line) => fixedTax(line, tax, input));
  const share = shareOfBase(tax);
  const charge = (base: bigint) => roundFraction(times(wholeFraction(base), share), input.rounding.mode);
  if (input.rounding.taxScope === "line") return bases.map(charge);
  return allocateUnits(charge(sumOf(bases)), bases);
}
