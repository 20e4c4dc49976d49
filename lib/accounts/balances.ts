import { decimalsOf } from "@/lib/core/currencies";
import { fromMinor } from "@/lib/core/decimal";
import { current } from "@/lib/i18n/current";

/** What a list brings of an account's money: for each currency its code, what is owed, and 1 where anything was bought. Null for who has none. */
export type Money = string | null;

/** What is owed in each currency where anything is. */
export function owedOf(money: Money): { currency: string; minor: number }[] {
  if (money === null) return [];
  return money.split(",").flatMap((one) => {
    const [currency = "", owed = "0"] = one.split(" ");
    return owed === "0" ? [] : { currency, minor: Number(owed) };
  });
}

export function hasBought(money: Money): boolean {
  return money !== null && (money.endsWith(" 1") || money.includes(" 1,"));
}

/** What is owed in one currency, as decimal text. */
export function balanceIn(money: Money, currency: string): string | undefined {
  const owed = owedOf(money).find((one) => one.currency === currency);
  return owed && fromMinor(owed.minor, decimalsOf(currency));
}

/** What is owed in any currency but the company's. */
export function otherBalances(money: Money): string {
  return owedOf(money)
    .filter(({ currency }) => currency !== current().currency)
    .map(({ currency, minor }) => `${currency} ${fromMinor(minor, decimalsOf(currency))}`)
    .join(", ");
}
