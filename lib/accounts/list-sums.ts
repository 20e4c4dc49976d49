import { and, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { AccountFilters } from "./filters";
import { conditions, countAccounts } from "./list";

/** How many accounts are added up exactly; beyond it there is no sum. */
const sumCap = 5000;

export type AccountSum = { currency: string; count: number; balanceMinor: number };

/** How many accounts the filters find, and what they owe by currency: exact to 5,000, beyond it only that there are more. */
export function sumAccounts(scope: Scope, filters: AccountFilters): { count: number; sums: AccountSum[] } {
  const count = countAccounts(scope, filters, sumCap);
  if (count === 0 || count > sumCap) return { count, sums: [] };
  const { accounts, accountBalances } = scope;
  const found = scope
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(...conditions(scope, filters)))
    .as("found");
  const sums = scope
    .select({ currency: accountBalances.currency, balanceMinor: sql<number>`sum(${accountBalances.balanceMinor})` })
    .from(found)
    .crossJoin(accountBalances)
    .where(sql`${accountBalances.accountId} = ${found.id} and ${accountBalances.balanceMinor} > 0`)
    .groupBy(accountBalances.currency)
    .orderBy(accountBalances.currency)
    .all();
  return { count, sums: sums.map((sum) => ({ ...sum, count })) };
}
