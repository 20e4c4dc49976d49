import { and, eq, type SQL, sql } from "drizzle-orm";
import { keyset, pageOf, type Reading } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { isCutShort, isFound } from "@/lib/search/find";
import type { ReceiptFilters, ReceiptSort } from "./filters";

export type ReceiptRow = ReturnType<typeof listReceipts>["rows"][number];
export type ReceiptSums = ReturnType<typeof sumReceipts>;
export type Receipt = NonNullable<ReturnType<typeof findReceipt>>;

/** One page of the collections the viewer may see, by the filters of the address. */
export function listReceipts(scope: Scope, filters: ReceiptFilters, { keys = [], size }: Reading = {}) {
  const receipts = scope.documents("receipt");
  const column = sortColumn(scope, filters.sort);
  const { where, orderBy, limit } = keyset(filters, column, receipts.id, size);
  const rows = scope
    .select({
      ...extrasOf(scope, keys),
      id: receipts.id,
      sortValue: sql<string | number>`${column}`,
      label: receipts.label,
      issuedOn: receipts.issuedOn,
      customerName: receipts.customerName,
      accountId: receipts.accountId,
      status: receipts.status,
      currency: receipts.currency,
      totalMinor: receipts.totalMinor,
      balanceMinor: receipts.balanceMinor,
    })
    .from(receipts)
    .where(and(where, ...conditions(scope, filters)))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return pageOf(rows, filters, size);
}

/** What the filter adds up to by currency; voided ones stand at nothing. Counts stop at `cap`, since a sum of everything would be slow. */
export function sumReceipts(scope: Scope, filters: ReceiptFilters, cap = 5000) {
  const receipts = scope.documents("receipt");
  const capped = scope
    .select({ currency: receipts.currency, status: receipts.status, totalMinor: receipts.totalMinor, balanceMinor: receipts.balanceMinor })
    .from(receipts)
    .where(and(...conditions(scope, filters)))
    .limit(cap + 1)
    .as("capped");
  const rows = scope
    .select({
      currency: capped.currency,
      count: sql<number>`count(*)`,
      totalMinor: sql<number>`sum(iif(${capped.status} = 'voided', 0, ${capped.totalMinor}))`,
      balanceMinor: sql<number>`sum(${capped.balanceMinor})`,
    })
    .from(capped)
    .groupBy(capped.currency)
    .orderBy(capped.currency)
    .all();
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const isCut = isCutShort(scope, "account", filters.q, { isWhole: true });
  return { count, isCut, sums: count > cap || isCut ? [] : rows };
}

/** How many the filters find, exact to `cap` and `cap + 1` beyond. */
export function countReceipts(scope: Scope, filters: ReceiptFilters, cap: number): number {
  const receipts = scope.documents("receipt");
  const capped = scope
    .select({ id: receipts.id })
    .from(receipts)
    .where(and(...conditions(scope, filters)))
    .limit(cap + 1)
    .as("capped");
  return scope.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

/** The receipt with how it was paid and where it went; undefined when it is not there for this viewer. */
export function findReceipt(scope: Scope, id: number | string) {
  const { anyDocuments, receiptTenders } = scope;
  const key = Number(id);
  const header = Number.isSafeInteger(key)
    ? scope
        .select()
        .from(anyDocuments)
        .where(and(eq(anyDocuments.id, key), eq(anyDocuments.kind, "receipt")))
        .get()
    : undefined;
  return (
    header && {
      ...header,
      tenders: scope.select().from(receiptTenders).where(eq(receiptTenders.documentId, key)).orderBy(receiptTenders.position).all(),
      principals: scope.principalsOf(header.accountId),
    }
  );
}

export type Application = ReturnType<typeof applicationsOf>[number];

/** Where a receipt went, in the order it was applied. A reversal stands as a row of its own, with a minus. */
export function applicationsOf(scope: Scope, receiptId: number) {
  const { allocations, anyDocuments: invoices } = scope;
  return scope
    .select({
      id: allocations.id,
      on: allocations.allocatedOn,
      amountMinor: allocations.amountMinor,
      invoiceId: invoices.id,
      label: invoices.label,
      totalMinor: invoices.totalMinor,
    })
    .from(allocations)
    .innerJoin(invoices, eq(invoices.id, allocations.toDocumentId))
    .where(eq(allocations.fromDocumentId, receiptId))
    .orderBy(allocations.id)
    .all();
}

export type Collection = ReturnType<typeof collectionsOf>[number];

/** What an invoice was paid with. A reversal stands as a row of its own, with a minus. */
export function collectionsOf(scope: Scope, invoiceId: number) {
  const { allocations, anyDocuments: receipts } = scope;
  return scope
    .select({
      id: allocations.id,
      on: allocations.allocatedOn,
      amountMinor: allocations.amountMinor,
      currency: receipts.currency,
      receiptId: receipts.id,
      kind: receipts.kind,
      label: receipts.label,
      status: receipts.status,
    })
    .from(allocations)
    .innerJoin(receipts, eq(receipts.id, allocations.fromDocumentId))
    .where(eq(allocations.toDocumentId, invoiceId))
    .orderBy(allocations.id)
    .all();
}

type Extras = { methods: string | null; owner: string | null; notes: string | null };

/** What only some columns need. */
function extrasOf(scope: Scope, keys: readonly string[]): { [Key in keyof Extras]?: SQL<Extras[Key]> } {
  const receipts = scope.documents("receipt");
  const { receiptTenders, users } = scope;
  const all: { [Key in keyof Extras]: SQL<Extras[Key]> } = {
    methods: sql`(select group_concat(distinct ${receiptTenders.method}) from ${receiptTenders} where ${receiptTenders.documentId} = ${receipts.id})`,
    owner: sql`(select ${users.name} from ${users} where ${users.id} = ${receipts.ownerId})`,
    notes: sql`${receipts.notes}`,
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
}

export function conditions(scope: Scope, { q, from, until, status, method, account, owner }: ReceiptFilters): (SQL | undefined)[] {
  const receipts = scope.documents("receipt");
  const { receiptTenders: paid } = scope;
  return [
    sql`is_current = 1`,
    q === "" ? undefined : found(scope, q),
    from === undefined ? undefined : sql`${receipts.issuedOn} >= ${from}`,
    until === undefined ? undefined : sql`${receipts.issuedOn} <= ${until}`,
    account === undefined ? undefined : eq(receipts.accountId, account),
    owner === undefined ? undefined : eq(receipts.ownerId, owner),
    method && sql`exists (select 1 from ${paid} where ${paid.documentId} = ${receipts.id} and ${paid.method} = ${method})`,
    status === "unapplied" ? sql`${receipts.status} = 'posted' and ${receipts.balanceMinor} > 0` : undefined,
    status === "posted" || status === "voided" ? eq(receipts.status, status) : undefined,
  ];
}

/** A number, with or without its prefix, or a customer by any of its words. */
function found(scope: Scope, text: string): SQL {
  const receipts = scope.documents("receipt");
  const number = /(\d{1,12})$/.exec(text)?.[1];
  const byCustomer = isFound(scope, "account", receipts.accountId, text, { isWhole: true });
  return number === undefined ? byCustomer : sql`(${receipts.number} = ${Number(number)} or ${byCustomer})`;
}

function sortColumn(scope: Scope, sort: ReceiptSort) {
  const receipts = scope.documents("receipt");
  switch (sort.replace("-", "")) {
    case "number":
      return receipts.number;
    case "customer":
      return receipts.customerNameKey;
    case "amount":
      return receipts.totalMinor;
    default:
      return receipts.issuedOn;
  }
}
