import { and, eq, inArray, notInArray, or, sql } from "drizzle-orm";
import { scopeAs } from "@/lib/access/list-scope";
import type { Scope } from "@/lib/access/scope";
import { probing } from "@/lib/access/viewer";
import { isFound } from "@/lib/search/find";
import { isOneOf } from "@/lib/search/one-of";

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
const mostDebtors = 25;

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

/** Who a payment may come from: those that have owed the longest, and of those a text finds also who owes nothing. */
export function debtors(scope: Scope, text: string): Debtor[] {
  const { accounts } = scope;
  const owing = owingLongest(scope, text);
  const isNamed = text === "" ? sql`0` : isFound(scope, "account", accounts.id, text, { isWhole: true });
  const select = () => scope.select({ accountId: accounts.id, name: accounts.name, city: accounts.city }).from(accounts);
  const found = select().where(inArray(accounts.id, owing)).all();
  const others = select()
    .where(and(isNamed, notInArray(accounts.id, owing)))
    .orderBy(accounts.nameKey, accounts.id)
    .limit(mostDebtors - owing.length)
    .all();
  const owed = owedBy(
    scope,
    [...found, ...others].map(({ accountId }) => accountId),
  );
  return [...found, ...others]
    .map((account) => ({ ...account, ...(owed.get(account.accountId) ?? { oldestDueOn: null, balances: [] }) }))
    .sort((left, right) => (left.oldestDueOn ?? "9999").localeCompare(right.oldestDueOn ?? "9999") || left.name.localeCompare(right.name));
}

/** Walks what is owed by its due date; who owes very much is met once and then passed over, and so is whoever the viewer does not see. */
function owingLongest(scope: Scope, text: string): number[] {
  const invoices = scope.documents("invoice");
  const isNamed = text === "" ? undefined : isFound(scope, "account", invoices.accountId, text, { isWhole: true });
  const { accounts } = scopeAs(scope, probing(scope.viewer));
  const isSeen = sql`exists (select 1 from ${accounts} where ${accounts.id} = ${invoices.accountId})`;
  const met = new Set<number>();
  for (let isLast = false; !isLast && met.size < mostDebtors; ) {
    const rows = scope
      .select({ accountId: invoices.accountId })
      .from(invoices)
      .where(
        and(
          sql`${invoices.isCurrent} = 1`,
          owes(scope),
          isNamed,
          isSeen,
          met.size === 0 ? undefined : sql`not ${isOneOf(sql`+${invoices.accountId}`, [...met])}`,
        ),
      )
      .orderBy(invoices.dueOn, invoices.id)
      .limit(mostRead)
      .all();
    for (const { accountId } of rows) met.add(accountId);
    isLast = rows.length < mostRead;
  }
  return [...met].slice(0, mostDebtors);
}

function owedBy(scope: Scope, accountIds: number[]): Map<number, Pick<Debtor, "oldestDueOn" | "balances">> {
  const invoices = scope.documents("invoice");
  const { accountId, currency } = invoices;
  const rows = scope
    .select({ accountId, currency, balanceMinor: sql<number>`sum(${invoices.balanceMinor})`, oldestDueOn: sql<string | null>`min(${invoices.dueOn})` })
    .from(invoices)
    .where(and(inArray(accountId, accountIds), owes(scope)))
    .groupBy(accountId, currency)
    .orderBy(sql`min(${invoices.dueOn})`)
    .all();
  return new Map(
    [...Map.groupBy(rows, (row) => row.accountId)].map(([id, owed]) => [
      id,
      { oldestDueOn: owed[0]!.oldestDueOn, balances: owed.map(({ currency, balanceMinor }) => ({ currency, balanceMinor })) },
    ]),
  );
}

function owes(scope: Scope) {
  const invoices = scope.documents("invoice");
  return sql`${invoices.balanceMinor} > 0 and ${invoices.status} in ('issued', 'delivered')`;
}
