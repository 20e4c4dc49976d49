import { and, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { isCutShort, isNarrowed, isOneOf } from "@/lib/search/find";
import type { AccountFilters } from "./filters";
import { conditions, countAccounts } from "./list";

/** How many accounts every page adds up, and how many when it is asked to: more would cost more than the list itself. */
export const usualCap = 1000;
export const largestCap = 5000;

export type AccountSum = { currency: string; count: number; balanceMinor: number };

type Summed = { count: number; cap: number; isCut: boolean; sums: AccountSum[] };

/** How many accounts the filters find, and what they owe by currency: exact to `cap`, beyond it only that there are more. `whole` is all
 *  they find, when a page already has it. */
export function sumAccounts(scope: Scope, filters: AccountFilters, cap = usualCap, whole?: { id: number }[]): Summed {
  const isCut = isCutShort(scope, "account", filters.q, { isWhole: isNarrowed(filters) });
  const count = whole?.length ?? countAccounts(scope, filters, cap);
  if (count === 0 || count > cap || isCut) return { count, cap, isCut, sums: [] };
  const { accounts, accountBalances } = scope;
  const ids = whole?.map(({ id }) => id) ?? [];
  const found = scope
    .select({ id: accounts.id })
    .from(accounts)
    .where(whole ? isOneOf(accounts.id, ids) : and(...conditions(scope, filters)))
    .as("found");
  const sums = scope
    .select({ currency: accountBalances.currency, balanceMinor: sql<number>`sum(${accountBalances.balanceMinor})` })
    .from(found)
    .crossJoin(accountBalances)
    .where(sql`${accountBalances.accountId} = ${found.id} and ${accountBalances.balanceMinor} > 0`)
    .groupBy(accountBalances.currency)
    .orderBy(accountBalances.currency)
    .all();
  return { count, cap, isCut, sums: sums.map((sum) => ({ ...sum, count })) };
}
