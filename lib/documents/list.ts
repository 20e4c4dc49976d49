import { and, eq, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { keyset, type Page, pageOf } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { findKeys } from "@/lib/search/find";
import type { Chip, DocumentFilters, DocumentSort } from "./filters";
import { kinds, type SalesKind } from "./kinds";
import { parentsOf } from "./provenance";

/** How many rows are added up exactly; beyond it a sum says that it stopped. */
export const sumCap = 5000;

type Documents = ReturnType<Scope["documents"]>;
export type DocumentRow = ReturnType<typeof listDocuments>["rows"][number];
export type Sum = { currency: string; count: number; totalMinor: number; balanceMinor: number };
export type Sums = { sums: Sum[]; isCapped: boolean };

/** One page of the documents of a kind that the viewer may see, newest version only, each with what it came from. */
export function listDocuments(scope: Scope, kind: SalesKind, filters: DocumentFilters) {
  const documents = scope.documents(kind);
  const column = sortColumn(documents, filters.sort);
  const { where, orderBy, limit } = keyset(filters, column, documents.id);
  const rows = scope
    .select({ ...columnsOf(documents), sortValue: sql<string | number>`${column}` })
    .from(documents)
    .where(and(where, ...conditions(scope, documents, filters), chipIs(documents, kind, filters.chip, scope.viewer.today)))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  const page: Page<(typeof rows)[number]> = pageOf(rows, filters);
  const sources = parentsOf(
    scope,
    page.rows.map(({ id }) => id),
  );
  return { ...page, rows: page.rows.map((row) => ({ ...row, sources: sources.get(row.id) ?? [] })) };
}

/** Count and amounts per currency of everything the filters find. */
export function sumDocuments(scope: Scope, kind: SalesKind, filters: DocumentFilters): Sums {
  const documents = scope.documents(kind);
  const found = scope
    .select({ currency: documents.currency, totalMinor: documents.totalMinor, balanceMinor: documents.balanceMinor })
    .from(documents)
    .where(and(...conditions(scope, documents, filters), chipIs(documents, kind, filters.chip, scope.viewer.today)))
    .limit(sumCap + 1)
    .as("found");
  const sums = scope
    .select({
      currency: found.currency,
      count: sql<number>`count(*)`,
      totalMinor: sql<number>`sum(${found.totalMinor})`,
      balanceMinor: sql<number>`sum(${found.balanceMinor})`,
    })
    .from(found)
    .groupBy(found.currency)
    .all();
  return { sums, isCapped: sums.reduce((rows, { count }) => rows + count, 0) > sumCap };
}

/** What stands behind each chip that asks for attention, under the other filters. */
export function chipSums(scope: Scope, kind: SalesKind, filters: DocumentFilters): Map<Chip, Sums> {
  return new Map(kinds[kind].countedChips.map((chip) => [chip, sumDocuments(scope, kind, { ...filters, chip })]));
}

function columnsOf(documents: Documents) {
  const { id, kind, label, status, isCurrent, customerName, accountId, issuedOn, dueOn, validUntil, currency, totalMinor, balanceMinor } = documents;
  return { id, kind, label, status, isCurrent, customerName, accountId, issuedOn, dueOn, validUntil, currency, totalMinor, balanceMinor };
}

/** The words of the partial indexes stand as they are written there, or SQLite would not use them. */
function conditions(scope: Scope, documents: Documents, { q, from, to, owner, account }: DocumentFilters): (SQL | undefined)[] {
  return [
    sql`${documents.isCurrent} = 1`,
    q === "" ? undefined : found(scope, documents, q),
    from === undefined ? undefined : gte(documents.issuedOn, from),
    to === undefined ? undefined : lte(documents.issuedOn, to),
    owner === undefined ? undefined : eq(documents.ownerId, owner),
    account === undefined ? undefined : eq(documents.accountId, account),
  ];
}

/** By number as printed, or only its digits; by customer as the accounts are found. */
function found(scope: Scope, documents: Documents, text: string): SQL {
  const number = /^\D*0*(\d{1,9})(?: r\d+)?$/i.exec(text)?.[1];
  const byNumber = number === undefined ? undefined : eq(documents.number, Number(number));
  return or(byNumber, inArray(documents.accountId, findKeys(scope, "account", text)))!;
}

function chipIs(documents: Documents, kind: SalesKind, chip: Chip | undefined, today: string): SQL | undefined {
  const open = sql`${documents.balanceMinor} > 0 and ${documents.status} in ('issued', 'delivered')`;
  switch (chip) {
    case undefined:
      return undefined;
    case "draft":
      return kinds[kind].numberedAt === "issue" ? sql`${documents.number} is null` : eq(documents.status, "draft");
    case "to_collect":
      return open;
    case "overdue":
      return sql`${open} and ${documents.dueOn} < ${today}`;
    case "paid":
      return sql`${documents.balanceMinor} = 0 and ${documents.status} = 'issued'`;
    case "expired":
      return and(eq(documents.status, "sent"), sql`${documents.validUntil} < ${today}`);
    case "sent":
      return and(eq(documents.status, "sent"), gte(documents.validUntil, today));
    default:
      return eq(documents.status, chip);
  }
}

function sortColumn(documents: Documents, sort: DocumentSort): SQL {
  const columns = { date: documents.issuedOn, customer: documents.customerNameKey, total: documents.totalMinor };
  return sql`${columns[sort.replace("-", "") as keyof typeof columns]}`;
}
