import { and, eq, type SQL, sql } from "drizzle-orm";
import { cursorAt, keyset, type Page, pageOf, type Reading } from "@/lib/access/keyset";
import { listScope } from "@/lib/access/list-scope";
import type { Scope } from "@/lib/access/scope";
import { startsFromAccounts } from "@/lib/access/visibility";
import { readAddress } from "@/lib/lists/address";
import { isChosen, isInRegion, isOwnedBy } from "@/lib/lists/conditions";
import { isFound, isNarrowed, isOneOf } from "@/lib/search/find";
import type { Money } from "./balances";
import { type AccountFilters, type AccountSort, accountFilters, isByBalance } from "./filters";
import { type Extras, extrasOf } from "./list-extras";
import { balanceOf, idsByBalance, owes } from "./owing";
import { seesPurchases } from "./policy";

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

/** Along the index of its order, by what is owed along that of who owes: who stands on the page first, so that none but they are read whole. */
function readBy(scope: Scope, filters: AccountFilters, { size, isWhole }: Reading) {
  const { accounts } = scope;
  const asked = conditions(scope, filters, isWhole);
  const { where, orderBy, limit } = keyset(filters, sortColumn(scope, filters.sort), accounts.id, size);
  const ids = isByBalance(filters.sort) ? idsByBalance(scope, filters, asked, size) : undefined;
  const standing = scope
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(where, ...asked))
    .orderBy(...orderBy)
    .limit(limit);
  return { where: ids ? isOneOf(accounts.id, ids) : sql`${accounts.id} in ${standing}`, orderBy, limit };
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
    owes(scope, filters),
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

function sortColumn(scope: Scope, sort: AccountSort) {
  const { accounts } = scope;
  switch (sort.replace("-", "")) {
    case "city":
      return accounts.cityKey;
    case "created":
      return accounts.createdAt;
    case "owner":
      return accounts.ownerKey;
    case "balance":
      return balanceOf(scope);
    default:
      return accounts.nameKey;
  }
}
