import { type SQLWrapper, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { isCutShort, isNarrowed } from "@/lib/search/find";
import { isOneOf } from "@/lib/search/one-of";
import type { AccountFilters } from "./filters";
import { hasMany, matching } from "./list";

/** How many accounts every page adds up, and how many when it is asked to: more would cost more than the list itself. */
export const usualCap = 1000;
export const largestCap = 5000;

export type AccountSum = { currency: string; count: number; balanceMinor: number };

type Summed = { count: number; cap: number; isCut: boolean; sums: AccountSum[] };

/** How many accounts the filters find, and what they owe by currency: exact to `cap`, beyond it only that there are more. `whole` is all
 *  they find, when a page already has it. */
export function sumAccounts(scope: Scope, filters: AccountFilters, cap = usualCap, whole?: { id: number }[]): Summed {
  const isCut = isCutShort(scope, "account", filters.q, { isWhole: isNarrowed(filters) });
  if (!whole && hasMany(scope, filters, cap)) return { count: cap + 1, cap, isCut, sums: [] };
  const { count, owed } = added(scope, whole ? among(scope, whole) : matching(scope, scope.accounts, filters).limit(cap + 1), isCut ? 0 : cap);
  return { count, cap, isCut, sums: owed.map((sum) => ({ ...sum, count })) };
}

/** Found once, then counted and, up to `cap`, added up. */
function added(scope: Scope, found: SQLWrapper, cap: number): { count: number; owed: Omit<AccountSum, "count">[] } {
  const { accountBalances } = scope;
  const { currency, balanceMinor, accountId } = accountBalances;
  const sums = sql`select json_group_array(json_object('currency', currency, 'balanceMinor', minor)) from (
    select ${currency} as currency, sum(${balanceMinor}) as minor from found cross join ${accountBalances}
    where ${accountId} = found.id and ${balanceMinor} > 0 group by 1 order by 1)`;
  const { count, owed } = scope
    .select({ count: sql<number>`total`, owed: sql<string>`owed` })
    .from(
      sql`(with found as materialized ${found}, counted as (select count(*) as total from found)
        select total, iif(total <= ${cap}, (${sums}), '[]') as owed from counted)`,
    )
    .get()!;
  return { count, owed: JSON.parse(owed) };
}

function among(scope: Scope, whole: { id: number }[]) {
  const { accounts } = scope;
  return scope
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      isOneOf(
        accounts.id,
        whole.map(({ id }) => id),
      ),
    );
}
