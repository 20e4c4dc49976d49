"use client";

import { decimalsOf } from "@/lib/core/currencies";
import { addDecimals, compareDecimals, type DecimalFormat, groupedDecimal, subtractDecimals } from "@/lib/core/decimal";
import type { Reckoning } from "@/lib/documents/calculate";
import type { TotalsOutput } from "@/lib/documents/totals/types";
import type { LineWords } from "./line-words";

type Props = { sums: TotalsOutput | undefined; reckoning: Reckoning; format: DecimalFormat; words: LineWords };

/** The sums as they stand; on the phone they stay in sight at the foot. */
export function LiveTotals({ sums, reckoning, format, words }: Props) {
  if (!sums) return null;
  const money = (amount: string) => groupedDecimal(amount, decimalsOf(reckoning.currency), format);
  const discount = addDecimals(...sums.lines.map((line) => line.documentDiscountShare));
  // A line's own discount is told in its row.
  const subtotal = addDecimals(...sums.lines.map((line) => subtractDecimals(line.gross, line.discount)));
  return (
    <dl className="totals stays">
      <Sum label={words.subtotal} value={money(subtotal)} />
      {compareDecimals(discount, "0") > 0 && <Sum label={words.discountTaken} value={`\u2212${money(discount)}`} />}
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
