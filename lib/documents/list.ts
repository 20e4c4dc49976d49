import { and, type SQL, sql } from "drizzle-orm";
import { keyset, type Page, pageOf, type Reading } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { chipIs, conditions, type Documents } from "./conditions";
import type { DocumentFilters, DocumentSort } from "./filters";
import type { SalesKind } from "./kinds";
import { parentsOf } from "./provenance";

export type DocumentRow = ReturnType<typeof listDocuments>["rows"][number];

/** One page of the documents of a kind that the viewer may see, newest version only, each with what it came from. */
export function listDocuments(scope: Scope, kind: SalesKind, filters: DocumentFilters, { keys = [], size }: Reading = {}) {
  const documents = scope.documents(kind);
  const column = sortColumn(documents, filters.sort);
  const { where, orderBy, limit } = keyset(filters, column, documents.id, size);
  const rows = scope
    .select({ ...columnsOf(documents), ...extrasOf(scope, documents, keys), sortValue: sql<string | number>`${column}` })
    .from(documents)
    .where(and(where, ...conditions(scope, documents, filters), chipIs(documents, filters.chip, scope.viewer.today)))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  const page: Page<(typeof rows)[number]> = pageOf(rows, filters, size);
  const sources = parentsOf(
    scope,
    page.rows.map(({ id }) => id),
  );
  return { ...page, rows: page.rows.map((row) => ({ ...row, sources: sources.get(row.id) ?? [] })) };
}

function columnsOf(documents: Documents) {
  const { id, kind, label, status, isCurrent, customerName, accountId, issuedOn, dueOn, validUntil, currency, totalMinor, balanceMinor } = documents;
  return { id, kind, label, status, isCurrent, customerName, accountId, issuedOn, dueOn, validUntil, currency, totalMinor, balanceMinor };
}

type Extras = { owner: string | null; tax_id: string | null; net: number; taxes: number; notes: string | null };

/** What only some columns need. */
function extrasOf({ users }: Scope, documents: Documents, keys: readonly string[]): { [Key in keyof Extras]?: SQL<Extras[Key]> } {
  const all: { [Key in keyof Extras]: SQL<Extras[Key]> } = {
    owner: sql`(select ${users.name} from ${users} where ${users.id} = ${documents.ownerId})`,
    tax_id: sql`json_extract(${documents.customerSnapshot}, '$.taxId')`,
    net: sql`${documents.netMinor}`,
    taxes: sql`${documents.taxMinor}`,
    notes: sql`${documents.notes}`,
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
}

function sortColumn(documents: Documents, sort: DocumentSort): SQL {
  const columns = { date: documents.issuedOn, customer: documents.customerNameKey, total: documents.totalMinor, due: documents.dueOn };
  return sql`${columns[sort.replace("-", "") as keyof typeof columns]}`;
}
