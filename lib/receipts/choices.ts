import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { findKeys } from "@/lib/search/find";

export type Payable = ReturnType<typeof payableInvoices>[number];
export type Debtor = {
  accountId: number;
  name: string;
  city: string | null;
  oldestDueOn: string | null;
  balances: { currency: string; balanceMinor: number }[];
};

const mostShown = 200;
const mostRead = 400;

/** Invoices of an account that still owe in one currency, oldest due first; and those named by `asked`, whatever they are. */
export function payableInvoices(scope: Scope, accountId: number, currency: string, asked: readonly number[] = []) {
  const invoices = scope.documents("invoice");
  const open = and(eq(invoices.accountId, accountId), eq(invoices.currency, currency), owes(scope));
  return scope
    .select({
      id: invoices.id,
      label: invoices.label,
      accountId: invoices.accountId,
      currency: invoices.currency,
      status: invoices.status,
      issuedOn: invoices.issuedOn,
      dueOn: invoices.dueOn,
      totalMinor: invoices.totalMinor,
      balanceMinor: invoices.balanceMinor,
    })
    .from(invoices)
    .where(asked.length === 0 ? open : or(open, inArray(invoices.id, [...asked])))
    .orderBy(sql`coalesce(${invoices.dueOn}, ${invoices.issuedOn})`, invoices.id)
    .limit(mostShown + asked.length)
    .all();
}

/** Currencies in which an account owes, the largest number of invoices first. */
export function owedCurrencies(scope: Scope, accountId: number): string[] {
  const invoices = scope.documents("invoice");
  return scope
    .select({ currency: invoices.currency })
    .from(invoices)
    .where(and(eq(invoices.accountId, accountId), owes(scope)))
    .groupBy(invoices.currency)
    .orderBy(sql`count(*) desc`)
    .all()
    .map(({ currency }) => currency);
}

/** Who a payment may come from: those that a text finds, or those that have owed the longest. */
export function debtors(scope: Scope, text: string): Debtor[] {
  const { accounts } = scope;
  const invoices = scope.documents("invoice");
  const named = findKeys(scope, "account", text);
  const rows = scope
    .select({ accountId: invoices.accountId, dueOn: invoices.dueOn, currency: invoices.currency, balanceMinor: invoices.balanceMinor })
    .from(invoices)
    .where(and(owes(scope), text === "" ? undefined : inArray(invoices.accountId, named)))
    .orderBy(invoices.dueOn, invoices.id)
    .limit(mostRead)
    .all();
  const owing = Map.groupBy(rows, ({ accountId }) => accountId);
  const ids = (text === "" ? [...owing.keys()] : named).slice(0, 25);
  const found = scope.select({ id: accounts.id, name: accounts.name, city: accounts.city }).from(accounts).where(inArray(accounts.id, ids)).all();
  return found
    .map(({ id, name, city }) => ({ accountId: id, name, city, oldestDueOn: owing.get(id)?.[0]?.dueOn ?? null, balances: perCurrency(owing.get(id) ?? []) }))
    .sort((left, right) => (left.oldestDueOn ?? "9999").localeCompare(right.oldestDueOn ?? "9999") || left.name.localeCompare(right.name));
}

function owes(scope: Scope) {
  const invoices = scope.documents("invoice");
  return sql`${invoices.balanceMinor} > 0 and ${invoices.status} in ('issued', 'delivered')`;
}

function perCurrency(rows: { currency: string; balanceMinor: number }[]) {
  return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, owed]) => ({
    currency,
    balanceMinor: owed.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0),
  }));
}
