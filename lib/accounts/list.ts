import { and, eq, type SQL, sql } from "drizzle-orm";
import { cursorAt, keyset, type Page, pageOf, type Reading } from "@/lib/access/keyset";
import { listScope } from "@/lib/access/list-scope";
import type { Scope } from "@/lib/access/scope";
import { readAddress } from "@/lib/lists/address";
import { isChosen, isInRegion, isOwnedBy } from "@/lib/lists/conditions";
import { isFound, isNarrowed } from "@/lib/search/find";
import type { Money } from "./balances";
import { type AccountFilters, type AccountSort, accountFilters } from "./filters";
import { type Extras, extrasOf } from "./list-extras";
import { seesEveryAccount, seesPurchases } from "./policy";

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
  const { where, orderBy, limit } = keyset(filters, column, accounts.id, size);
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
    .where(and(where, ...conditions(scope, filters, isWhole)))
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

/** How many accounts match, exact to `cap` and `cap + 1` beyond. Enough of one's own are a seek away; the others are probed one by one. */
export function countAccounts(scope: Scope, filters: AccountFilters, cap = 1000, isWhole = false): number {
  const { accounts } = scope;
  const among = (relation: typeof accounts) =>
    scope
      .select({ id: relation.id })
      .from(relation)
      .where(and(...conditions(scope, filters, isWhole)));
  const isProbed = !seesEveryAccount(scope.viewer);
  if (isProbed && among(scope.ownAccounts).limit(1).offset(cap).get() !== undefined) return cap + 1;
  const capped = among(accounts)
    .limit(cap + 1)
    .as("capped");
  return scope.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

export type Neighbour = { id: number; name: string };

/** Who stands before and after an account in the list it was opened from, each by one seek of that list's index. `list` is the list's
 *  address without its path, as `listAddress` writes it. */
export function neighboursIn(scope: Scope, list: string, id: number): { previous?: Neighbour; next?: Neighbour } {
  const seen = listScope(scope);
  const { accounts } = seen;
  const filters = readAddress(accountFilters, list);
  const column = sortColumn(seen, filters.sort);
  const here = scope
    .select({ value: sql<string | number>`${sortColumn(scope, filters.sort)}` })
    .from(scope.accounts)
    .where(eq(scope.accounts.id, id))
    .get();
  if (!here) return {};
  const beside = (isBack: boolean): Neighbour | undefined => {
    const { where, orderBy } = keyset({ ...filters, cursor: cursorAt(filters, { ...here, id, isBack }) }, column, accounts.id);
    return seen
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(and(where, ...conditions(seen, filters)))
      .orderBy(...orderBy)
      .limit(1)
      .get();
  };
  return { previous: beside(true), next: beside(false) };
}

export function conditions(scope: Scope, filters: AccountFilters, isWhole = false): (SQL | undefined)[] {
  const { q, owner, category, industry, interest, origin, tag, region, type, kind } = filters;
  const { accounts, accountTags } = scope;
  return [
    q === "" ? undefined : isFound(scope, "account", accounts.id, q, { isWhole: isWhole || isNarrowed(filters) }),
    isOwnedBy(accounts, owner),
    isChosen(accounts.categoryId, category),
    isChosen(accounts.industryId, industry),
    isChosen(accounts.interestId, interest),
    isChosen(accounts.originId, origin),
    isChosen(accounts.personType, type),
    isInRegion(accounts.region, region),
    tag === undefined
      ? undefined
      : sql`exists (select 1 from ${accountTags} where ${accountTags.accountId} = ${accounts.id} and ${accountTags.tagId} = ${tag})`,
    kindIs(scope, kind),
  ];
}

/** Whoever does not see what was bought finds nobody by it: the list would tell them, or call a customer a prospect. */
function kindIs(scope: Scope, kind: AccountFilters["kind"]): SQL | undefined {
  const { accounts, viewer } = scope;
  if (kind === undefined) return undefined;
  if (kind === "supplier") return eq(accounts.isSupplier, true);
  if (!seesPurchases(viewer)) return sql`0`;
  return kind === "customer" ? hasInvoiced(scope) : and(eq(accounts.isSupplier, false), sql`not ${hasInvoiced(scope)}`);
}

/** «Cliente» is whoever was invoiced; nobody types it. */
function hasInvoiced(scope: Scope): SQL {
  const { accountBalances, accounts } = scope;
  return sql`exists (select 1 from ${accountBalances} where ${accountBalances.accountId} = ${accounts.id} and ${accountBalances.lastPurchaseOn} is not null)`;
}

/** As `Money` says it. What is in the customer's favour is not owed. */
function moneyText(scope: Scope): SQL {
  const { accountBalances, accounts } = scope;
  const { currency, balanceMinor, lastPurchaseOn } = accountBalances;
  return sql`(select group_concat(${currency} || ' ' || max(${balanceMinor}, 0) || ' ' || (${lastPurchaseOn} is not null)) from ${accountBalances} where ${accountBalances.accountId} = ${accounts.id})`;
}

function sortColumn({ accounts }: Scope, sort: AccountSort) {
  switch (sort.replace("-", "")) {
    case "city":
      return accounts.cityKey;
    case "created":
      return accounts.createdAt;
    case "owner":
      return accounts.ownerKey;
    default:
      return accounts.nameKey;
  }
}
