import { and, type SQL, sql } from "drizzle-orm";
import { keyset } from "@/lib/access/keyset";
import { scopeAs } from "@/lib/access/list-scope";
import type { Scope } from "@/lib/access/scope";
import { probing } from "@/lib/access/viewer";
import { startsFromAccounts, viewReach } from "@/lib/access/visibility";
import { current } from "@/lib/i18n/current";
import { type AccountFilters, isByBalance } from "./filters";

type Asked = Pick<AccountFilters, "balance" | "sort" | "cursor">;

/** Whoever owes, or owes what is past due. In the order of what is owed, those alone who owe in the company's currency. */
export function owes(scope: Scope, { balance, sort }: Asked): SQL | undefined {
  if (balance === undefined) return undefined;
  const currency = isByBalance(sort) ? current().currency : undefined;
  if (balance === "owed") return hasBalance(scope, currency);
  return and(isOverdue(scope), currency === undefined ? undefined : hasBalance(scope, currency));
}

/** What an account owes in the company's currency: null for who owes nothing there. */
export function balanceOf({ accounts, accountBalances }: Scope): SQL {
  const { accountId, balanceMinor } = accountBalances;
  return sql`(select ${balanceMinor} from ${accountBalances} where ${accountId} = ${accounts.id} and ${isOwed(accountBalances, current().currency)})`;
}

/** The accounts of a page by what they owe, along the index of who owes. Undefined where few are seen: those are sorted instead. */
export function idsByBalance(scope: Scope, filters: Asked, among: (SQL | undefined)[], size?: number): number[] | undefined {
  if (startsFromAccounts(scope.viewer)) return undefined;
  const { accounts, accountBalances } = scope;
  const { accountId, balanceMinor } = accountBalances;
  const { where, orderBy, limit } = keyset(filters, balanceMinor, accountId, size);
  const isListed = sql`exists (select 1 from ${accounts} where ${and(sql`${accounts.id} = ${accountId}`, ...among)})`;
  return scope
    .select({ id: accountId })
    .from(accountBalances)
    .where(and(owedIn(accountBalances, current().currency), where, isListed))
    .orderBy(...orderBy)
    .limit(limit)
    .all()
    .map(({ id }) => id);
}

/** Up to so many are sought and sorted; of more, the list is walked in its order and each asked. */
const fewOwing = 20_000;

function hasBalance(scope: Scope, currency: string | undefined): SQL {
  const { accounts, accountBalances, select } = scope;
  const among = owedIn(accountBalances, currency);
  const owing = select({ one: sql`1` }).from(accountBalances).where(among);
  if (seesAll(scope) && owing.limit(1).offset(fewOwing).get() === undefined) {
    return sql`${accounts.id} in (select ${accountBalances.accountId} from ${accountBalances} where ${among})`;
  }
  return sql`exists (select 1 from ${accountBalances} where ${accountBalances.accountId} = ${accounts.id} and ${isOwed(accountBalances, currency)})`;
}

/** By the dates of the open papers, so that nothing needs to be kept when a day ends. */
function isOverdue(scope: Scope): SQL {
  const { accounts, viewer } = scope;
  const { documents, select } = scopeAs(scope, probing(viewer));
  const invoices = documents("invoice");
  const open = sql`${invoices.isCurrent} = 1 and ${invoices.balanceMinor} > 0`;
  const late = sql`${open} and ${invoices.dueOn} < ${viewer.today}`;
  const overdue = select({ one: sql`1` }).from(invoices).where(late);
  if (seesAll(scope) && overdue.limit(1).offset(fewOwing).get() === undefined) {
    return sql`${accounts.id} in (select ${invoices.accountId} from ${invoices} where ${late})`;
  }
  // The plus keeps SQLite from asking the index of all open papers for one account's.
  return sql`exists (select 1 from ${invoices} where ${invoices.accountId} = ${accounts.id} and ${open} and +${invoices.dueOn} < ${viewer.today})`;
}

function seesAll({ viewer }: Scope): boolean {
  return viewReach(viewer, "accounts").kind === "all" && viewReach(viewer, "invoices").kind === "all";
}

function owedIn({ balanceMinor, currency }: Scope["accountBalances"], wanted: string | undefined): SQL {
  return wanted === undefined ? sql`${balanceMinor} > 0` : sql`${currency} = ${wanted} and ${balanceMinor} > 0`;
}

/** The same of one account. The plus keeps SQLite from asking the index of all who owe. */
function isOwed({ balanceMinor, currency }: Scope["accountBalances"], wanted: string | undefined): SQL {
  return wanted === undefined ? sql`+${balanceMinor} > 0` : sql`+${currency} = ${wanted} and +${balanceMinor} > 0`;
}
