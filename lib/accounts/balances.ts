import { decimalsOf } from "@/lib/core/currencies";
import { fromMinor } from "@/lib/core/decimal";
import { current } from "@/lib/i18n/current";

/** What an account owes in each currency where it owes, and whether it ever bought. */
export type Money = { owed: Map<string, number>; hasBought: boolean };

/** Reads what a list query brings of an account: for each currency its code, what is owed, and whether anything was bought in it. */
export function moneyOf(text: string): Money {
  const money: Money = { owed: new Map(), hasBought: false };
  for (const one of text.split(",")) {
    const [currency, owed, bought] = one.split(" ");
    if (owed !== "0") money.owed.set(currency!, Number(owed));
    if (bought === "1") money.hasBought = true;
  }
  return money;
}

/** What is owed in one currency, as decimal text. */
export function balanceIn(money: Money | null, currency: string): string | null {
  const minor = money?.owed.get(currency);
  return minor === undefined ? null : fromMinor(minor, decimalsOf(currency));
}

/** What is owed in any currency but the company's. */
export function otherBalances(money: Money | null): string {
  if (!money || money.owed.size === 0) return "";
  return [...money.owed]
    .filter(([currency]) => currency !== current().currency)
    .map(([currency, minor]) => `${currency} ${fromMinor(minor, decimalsOf(currency))}`)
    .join(", ");
}
