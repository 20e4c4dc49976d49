import { decimalsOf } from "@/lib/core/currencies";
import { fromMinor } from "@/lib/core/decimal";
import { formatMoney } from "./format";

/** Integer minor units of a currency, as money reads in the company's formats. */
export function minorText(minor: number, currency: string): string {
  return formatMoney(fromMinor(minor, decimalsOf(currency)), currency);
}

/** Amounts of several currencies, one after the other. */
export function balanceTexts(amounts: { currency: string; minor: number }[]): string {
  return amounts.map(({ currency, minor }) => minorText(minor, currency)).join(" · ");
}
