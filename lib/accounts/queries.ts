import { and, eq, type SQL, sql } from "drizzle-orm";
import { keyset, type Page, pageOf } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { isFound } from "@/lib/search/find";
import type { AccountFilters, AccountSort } from "./filters";

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
  isCustomer: boolean;
  balances: string | null;
};

/** One page of the accounts the viewer may see, by the filters of the address. */
export function listAccounts(scope: Scope, filters: AccountFilters): Page<AccountRow> {
  const { accounts, users } = scope;
  const column = sortColumn(scope, filters.sort);
  const { where, orderBy, limit } = keyset(filters, column, accounts.id);
  const rows = scope
    .select({
      id: accounts.id,
      sortValue: sql<string | number>`${column}`,
      name: accounts.name,
      city: accounts.city,
      country: accounts.country,
      phone: accounts.phone,
      phoneE164: accounts.phoneE164,
      ownerId: accounts.ownerId,
      ownerName: sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${accounts.ownerId})`,
      isSupplier: accounts.isSupplier,
      isCustomer: sql<boolean>`${hasInvoiced(scope)}`.mapWith(Boolean),
      balances: sql<string | null>`${balancesJson(scope)}`,
    })
    .from(accounts)
    .where(and(where, ...conditions(scope, filters)))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return pageOf(rows, filters);
}

export type Account = NonNullable<ReturnType<typeof findAccount>>;

/** The account with what deciding about it takes; undefined when it is not there for this viewer. */
export function findAccount(scope: Scope, id: number | string) {
  const { accounts } = scope;
  const key = Number(id);
  const account = Number.isSafeInteger(key) ? scope.select().from(accounts).where(eq(accounts.id, key)).get() : undefined;
  return account && { ...account, principals: scope.principalsOf(account.id) };
}

/** How many accounts match, exact to `cap` and `cap + 1` beyond. Enough of one's own are a seek away; the others are probed one by one. */
export function countAccounts(scope: Scope, filters: AccountFilters, cap = 1000): number {
  const { accounts, ownAccounts } = scope;
  const among = (relation: typeof accounts) =>
    scope
      .select({ id: relation.id })
      .from(relation)
      .where(and(...conditions(scope, filters)));
  const beyond = among(ownAccounts).limit(1).offset(cap).get();
  if (beyond !== undefined) return cap + 1;
  const capped = among(accounts)
    .limit(cap + 1)
    .as("capped");
  return scope.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

/** For a picker: the accounts a text finds, by name. */
export function accountChoices(scope: Scope, text: string) {
  const { accounts } = scope;
  return scope
    .select({ id: accounts.id, label: accounts.name, hint: accounts.city })
    .from(accounts)
    .where(text === "" ? undefined : found(scope, text))
    .orderBy(accounts.nameKey, accounts.id)
    .limit(10)
    .all()
    .map(({ id, label, hint }) => ({ id, label, hint: hint ?? undefined }));
}

export function tagsOfAccount(scope: Scope, accountId: number): string[] {
  const { accountTags, tags } = scope;
  return scope
    .select({ name: tags.name })
    .from(accountTags)
    .innerJoin(tags, eq(tags.id, accountTags.tagId))
    .where(eq(accountTags.accountId, accountId))
    .orderBy(tags.nameKey)
    .all()
    .map(({ name }) => name);
}

export function tagName(scope: Scope, id: number): string | undefined {
  const { tags } = scope;
  return scope.select({ name: tags.name }).from(tags).where(eq(tags.id, id)).get()?.name;
}

/** Money of one account by currency: invoiced, owed, in favour, and when it last bought. */
export function balancesOfAccount(scope: Scope, accountId: number) {
  const { accountBalances } = scope;
  return scope.select().from(accountBalances).where(eq(accountBalances.accountId, accountId)).orderBy(accountBalances.currency).all();
}

function conditions(scope: Scope, { q, owner, category, origin, tag, kind }: AccountFilters): (SQL | undefined)[] {
  const { accounts, accountTags } = scope;
  return [
    q === "" ? undefined : found(scope, q),
    owner === undefined ? undefined : eq(accounts.ownerId, owner),
    category === undefined ? undefined : eq(accounts.categoryId, category),
    origin === undefined ? undefined : eq(accounts.originId, origin),
    tag === undefined
      ? undefined
      : sql`exists (select 1 from ${accountTags} where ${accountTags.accountId} = ${accounts.id} and ${accountTags.tagId} = ${tag})`,
    kind === "supplier" ? eq(accounts.isSupplier, true) : undefined,
    kind === "customer" ? hasInvoiced(scope) : undefined,
    kind === "prospect" ? sql`not ${hasInvoiced(scope)}` : undefined,
  ];
}

function found(scope: Scope, text: string): SQL {
  return isFound(scope, "account", scope.accounts.id, text);
}

/** «Cliente» is whoever was invoiced; nobody types it. */
function hasInvoiced(scope: Scope): SQL {
  const { accountBalances, accounts } = scope;
  return sql`exists (select 1 from ${accountBalances} where ${accountBalances.accountId} = ${accounts.id} and ${accountBalances.lastPurchaseOn} is not null)`;
}

function balancesJson(scope: Scope): SQL {
  const { accountBalances, accounts } = scope;
  return sql`(select json_group_object(${accountBalances.currency}, ${accountBalances.balanceMinor}) from ${accountBalances} where ${accountBalances.accountId} = ${accounts.id} and ${accountBalances.balanceMinor} > 0)`;
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
