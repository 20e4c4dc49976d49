import { and, eq, type SQL, sql } from "drizzle-orm";
import { cursorAt, type Page, pageOf, type Reading } from "@/lib/access/keyset";
import { listScope } from "@/lib/access/list-scope";
import type { Scope } from "@/lib/access/scope";
import { startsFromAccounts } from "@/lib/access/visibility";
import { readAddress } from "@/lib/lists/address";
import type { Money } from "./balances";
import { type AccountFilters, accountFilters } from "./filters";
import { type Extras, extrasOf } from "./list-extras";
import { seesPurchases } from "./policy";
import { conditions, readBy, sortColumn } from "./reading";

export type AccountRow = {
  id: number;
  sortValue: string | number;
  name: string;
  city: string | null;
  country: string | null;
  phone: string | null;
  phoneE164: string | null;
  ownerName: string | null;
  ownerId: number | null;
  isSupplier: boolean;
  money: Money;
  seesPurchases: boolean;
} & Partial<Extras>;

/** One page of the accounts the viewer may see, by the filters of the address. */
export function listAccounts(scope: Scope, filters: AccountFilters, { keys = [], size, isWhole }: Reading = {}): Page<AccountRow> {
  const { accounts, groups, users } = scope;
  const column = sortColumn(scope, filters.sort);
  const { where, orderBy, limit } = readBy(scope, filters, { size, isWhole });
  const rows = scope
    .select({
      ...extrasOf(scope, keys),
      id: accounts.id,
      sortValue: sql<string | number>`${column}`,
      name: accounts.name,
      city: accounts.city,
      country: accounts.country,
      phone: accounts.phone,
      phoneE164: accounts.phoneE164,
      ownerId: accounts.ownerId,
      ownerName: sql<
        string | null
      >`coalesce((select ${users.name} from ${users} where ${users.id} = ${accounts.ownerId}), (select ${groups.name} from ${groups} where ${groups.id} = ${accounts.ownerGroupId}))`,
      isSupplier: accounts.isSupplier,
      money: sql<Money>`${moneyText(scope)}`,
    })
    .from(accounts)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  const isSeen = seesPurchases(scope.viewer);
  return pageOf(
    rows.map((row) => ({ ...row, seesPurchases: isSeen })),
    filters,
    size,
  );
}

/** How many accounts match, exact to `cap` and `cap + 1` beyond. */
export function countAccounts(scope: Scope, filters: AccountFilters, cap = 1000, isWhole = false): number {
  if (hasMany(scope, filters, cap, isWhole)) return cap + 1;
  const capped = matching(scope, scope.accounts, filters, isWhole)
    .limit(cap + 1)
    .as("capped");
  return scope.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

/** Whether there are more than `cap` for certain: of whoever sees not all, their own are a seek away, the others are probed one by one. */
export function hasMany(scope: Scope, filters: AccountFilters, cap: number, isWhole = false): boolean {
  return !startsFromAccounts(scope.viewer) && matching(scope, scope.ownAccounts, filters, isWhole).limit(1).offset(cap).get() !== undefined;
}

/** The identifiers of the accounts of `relation` that the filters find. */
export function matching(scope: Scope, relation: Scope["accounts"], filters: AccountFilters, isWhole = false) {
  return scope
    .select({ id: relation.id })
    .from(relation)
    .where(and(...conditions(scope, filters, isWhole)));
}

export type Neighbour = { id: number; name: string };

/** Who stands before and after an account in the list it was opened from, each by one seek of that list's index. `list` is the list's
 *  address without its path, as `listAddress` writes it. */
export function neighboursIn(scope: Scope, list: string, id: number): { previous?: Neighbour; next?: Neighbour } {
  const seen = listScope(scope);
  const { accounts } = seen;
  const filters = readAddress(accountFilters, list);
  const here = scope
    .select({ value: sql<string | number | null>`${sortColumn(scope, filters.sort)}` })
    .from(scope.accounts)
    .where(eq(scope.accounts.id, id))
    .get();
  if (here === undefined || here.value === null) return {};
  const { value } = here;
  const beside = (isBack: boolean): Neighbour | undefined => {
    const { where, orderBy, limit } = readBy(seen, { ...filters, cursor: cursorAt(filters, { value, id, isBack }) }, { size: 0 });
    return seen
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit)
      .get();
  };
  return { previous: beside(true), next: beside(false) };
}

/** As `Money` says it. What is in the customer's favour is not owed. */
function moneyText(scope: Scope): SQL {
  const { accountBalances, accounts } = scope;
  const { currency, balanceMinor, lastPurchaseOn } = accountBalances;
  return sql`(select group_concat(${currency} || ' ' || max(${balanceMinor}, 0) || ' ' || (${lastPurchaseOn} is not null)) from ${accountBalances} where ${accountBalances.accountId} = ${accounts.id})`;
}
