import { RuleError } from "@/lib/core/errors";
import { divide, fractionOf, percentOf, roundFraction, roundToUnits, sumOf, times, wholeFraction } from "@/lib/core/exact";
import type { TotalsInput, Withholding, WithholdingEffect } from "@/lib/documents/totals/types";

export type Withheld = { code: string; base: bigint; amount: bigint; effect: WithholdingEffect };
export type Sums = { net: bigint; taxes: Record<string, bigint>; tax: bigint };

/** What the buyer keeps back for the tax office, upon the document's own sums. */
export function withhold(sums: Sums, { withholdings = [], rounding }: TotalsInput): Withheld[] {
  const withheld = withholdings.map((each) => {
    const base = baseOf(each, sums);
    const share = each.ratio === undefined ? percentOf(each.rate) : fractionOf(each.ratio);
    return { code: each.code, base, amount: roundFraction(times(wholeFraction(base), share), rounding.mode), effect: each.effect };
  });
  const isPastTotal = sumOf(withheld.map((each) => each.amount)) > sums.net + sums.tax;
  if (isPastTotal || withheld.some((each) => each.amount < 0n)) throw new RuleError("totals.withholding_out_of_range", "withholdings");
  return withheld;
}

export function withheldFrom(withheld: Withheld[], effect: WithholdingEffect): bigint {
  return sumOf(withheld.filter((each) => each.effect === effect).map((each) => each.amount));
}

/** The document in the functional currency. Each bucket is rounded on its own and the net takes the residual. */
export function exchange(sums: Sums, withheld: Withheld[], input: TotalsInput, { rate, decimals }: { rate: string; decimals: number }) {
  const factor = times(fractionOf(rate), { top: 1n, bottom: 10n ** BigInt(input.decimals) });
  if (factor.top <= 0n) throw new RuleError("totals.rate_out_of_range", "exchange");
  const convert = (units: bigint) => roundToUnits(times(wholeFraction(units), factor), decimals, input.rounding.mode);

  const converted = withheld.map((each) => ({ ...each, amount: convert(each.amount) }));
  const total = convert(sums.net + sums.tax - withheldFrom(withheld, "reduces_total"));
  let left = total + withheldFrom(converted, "reduces_total");
  const taxes = Object.entries(sums.taxes).map(([code, units]) => {
    const amount = smaller(convert(units), left);
    left -= amount;
    return { code, amount };
  });
  return { net: left, taxes, withheld: converted, total, amountDue: total - smaller(withheldFrom(converted, "reduces_amount_due"), total) };
}

/** The nearest amount that can be paid with the coins there are. It never touches the document. */
export function payInCash(amountDue: bigint, decimals: number, { increment, mode }: NonNullable<TotalsInput["cashRounding"]>): bigint {
  const step = times(fractionOf(increment), wholeFraction(10n ** BigInt(decimals)));
  const steps = roundFraction(divide(wholeFraction(amountDue), step), mode);
  return roundFraction(times(wholeFraction(steps), step), mode);
}

function baseOf({ base, code }: Withholding, { net, tax, taxes }: Sums): bigint {
  if (base === "net") return net;
  if (base === "taxes") return tax;
  if (base === "total") return net + tax;
  const named = base.startsWith("tax:") ? taxes[base.slice(4)] : undefined;
  if (named === undefined) throw new RuleError("totals.unknown_tax", "withholdings", { code });
  return named;
}

function smaller(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
