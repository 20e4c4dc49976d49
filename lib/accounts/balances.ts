import { decimalsOf } from "@/lib/core/currencies";
import { fromMinor } from "@/lib/core/decimal";
import { current } from "@/lib/i18n/current";

/** What is owed in one currency, as decimal text, from the JSON a list query brings. */
export function balanceIn(json: string | null, currency: string): string | null {
  if (json === null || json === none) return null;
  const minor = amountsIn(json)[currency];
  return minor === undefined ? null : fromMinor(minor, decimalsOf(currency));
}

/** What is owed in any currency but the company's. */
export function otherBalances(json: string | null): string {
  if (json === null || json === none) return "";
  return Object.entries(amountsIn(json))
    .filter(([currency]) => currency !== current().currency)
    .map(([currency, minor]) => `${currency} ${fromMinor(minor, decimalsOf(currency))}`)
    .join(", ");
}

/** Most accounts owe nothing. */
const none = "{}";

function amountsIn(json: string): Record<string, number> {
  return JSON.parse(json) as Record<string, number>;
}
