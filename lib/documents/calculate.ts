import { decimalsOf } from "@/lib/core/currencies";
import type { RoundingMode } from "@/lib/core/decimal";
import { totals } from "./totals";
import type { TaxKind, TotalsOutput } from "./totals/types";

export type TaxRow = { code: string; name: string; kind: TaxKind; rate: string; treatment: string; basePlus: string | null };

/** Under which rules a document is added up. `taxes` stand in the order they are charged. */
export type Reckoning = {
  currency: string;
  priceMode: "tax_excluded" | "tax_included";
  roundingMode: RoundingMode;
  taxScope: "rate" | "line";
  taxes: readonly TaxRow[];
};
export type ReckonedLine = { quantity: string; unitPrice: string; discount: string | null; taxes: readonly string[] };

/** Every amount of a document. `discount` is percent, of a line or of the whole. A tax charged upon another that is not offered is charged without it. */
export function calculate(reckoning: Reckoning, lines: readonly ReckonedLine[], discount: string | null): TotalsOutput {
  const known = new Set(reckoning.taxes.map(({ code }) => code));
  return totals({
    decimals: decimalsOf(reckoning.currency),
    priceMode: reckoning.priceMode,
    rounding: { mode: reckoning.roundingMode, taxScope: reckoning.taxScope },
    taxes: Object.fromEntries(
      reckoning.taxes.map(({ code, kind, rate, treatment, basePlus }) => [
        code,
        { kind, rate, treatment, basePlus: basePlus?.split(",").filter((named) => known.has(named)) },
      ]),
    ),
    lines: lines.map((line) => ({ ...line, taxes: [...line.taxes], discount: percent(line.discount) })),
    documentDiscount: percent(discount),
  });
}

function percent(value: string | null) {
  return value === null ? undefined : ({ type: "percent", value } as const);
}
