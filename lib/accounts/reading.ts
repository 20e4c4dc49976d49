import { and, eq, type SQL, sql } from "drizzle-orm";
import { keyset, type Reading } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { walksOwnAccounts } from "@/lib/access/visibility";
import { isChosen, isInRegion, isOwnedBy } from "@/lib/lists/conditions";
import { isFound, isNarrowed } from "@/lib/search/find";
import { isOneOf } from "@/lib/search/one-of";
import { type AccountFilters, type AccountSort, isByBalance, isByName } from "./filters";
import { balanceOf, idsByBalance, owes } from "./owing";
import { seesPurchases } from "./policy";

/** Along the index of its order, by what is owed along that of who owes: who stands on the page first, so that none but they are read whole. */
export function readBy(scope: Scope, filters: AccountFilters, { size, isWhole }: Reading) {
  const { id } = scope.accounts;
  const asked = conditions(scope, filters, isWhole);
  const { where, orderBy, limit, isDescending } = keyset(filters, sortColumn(scope, filters.sort), id, size);
  const ids = isByBalance(filters.sort) ? idsByBalance(scope, filters, asked, size) : undefined;
  if (ids) return { where: isOneOf(id, ids), orderBy, limit };
  const among = (relation: Scope["accounts"]) =>
    scope
      .select({ id: relation.id, name: relation.nameKey })
      .from(relation)
      .where(and(where, ...asked));
  const standing = isByName(filters.sort) && walksOwnAccounts(scope.viewer) ? ownBesideOthers() : among(scope.accounts).orderBy(...orderBy);
  return { where: sql`${id} in (select id from ${standing.limit(limit)})`, orderBy, limit };

  /** One's own along the owner's index beside the few others, both in the order of names: SQLite takes the first of either in turn. */
  function ownBesideOthers() {
    const [name, place] = isDescending ? [sql`2 desc`, sql`1 desc`] : [sql`2`, sql`1`];
    return among(scope.ownAccounts).union(among(scope.otherAccounts)).orderBy(name, place);
  }
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

export function sortColumn(scope: Scope, sort: AccountSort) {
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
