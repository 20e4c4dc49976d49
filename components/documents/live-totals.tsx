"use client";

import { decimalsOf } from "@/lib/core/currencies";
import { compareDecimals, type DecimalFormat, groupedDecimal } from "@/lib/core/decimal";
import type { Reckoning } from "@/lib/documents/calculate";
import type { TotalsOutput } from "@/lib/documents/totals/types";
import type { LineWords } from "./line-words";

type Props = { sums: TotalsOutput | undefined; reckoning: Reckoning; format: DecimalFormat; words: LineWords };

/** The sums as they stand; on the phone they stay in sight at the foot. */
export function LiveTotals({ sums, reckoning, format, words }: Props) {
  if (!sums) return null;
  const money = (amount: string) => groupedDecimal(amount, decimalsOf(reckoning.currency), format);
  const isDiscounted = compareDecimals(sums.discountTotal, "0") > 0;
  return (
    <dl className="totals stays">
      <Sum label={words.subtotal} value={money(sums.grossTotal)} />
      {isDiscounted && <Sum label={words.discountTaken} value={`\u2212${money(sums.discountTotal)}`} />}
      {sums.taxTotals.map(({ code, amount }) => (
        <Sum key={code} label={reckoning.taxes.find((tax) => tax.code === code)!.name} value={money(amount)} />
      ))}
      <Sum label={`${words.total} ${reckoning.currency}`} value={money(sums.total)} />
    </dl>
  );
}

function Sum({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
