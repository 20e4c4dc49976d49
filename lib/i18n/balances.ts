import { decimalsOf } from "@/lib/core/currencies";
import { fromMinor } from "@/lib/core/decimal";
import { formatMoney } from "./format";

/** Integer minor units of a currency, as money reads in the company's formats. */
export function minorText(minor: number, currency: string): string {
  return formatMoney(fromMinor(minor, decimalsOf(currency)), currency);
}

/** What an account owes, one amount per currency, from the JSON a list query brings. */
export function balanceTexts(json: string | null): string {
  const amounts = json === null ? {} : (JSON.parse(json) as Record<string, number>);
  return Object.entries(amounts)
    .map(([currency, minor]) => minorText(minor, currency))
    .join(" · ");
}
