import type { Database } from "@/db/open";

/** What may still change on a frozen document: where it is filed, its state, and what is kept from its payments. */
export const freeColumns = [
  "account_id",
  "contact_id",
  "opportunity_id",
  "owner_id",
  "status",
  "is_current",
  "paid_minor",
  "credited_minor",
  "balance_minor",
  "internal_note",
  "reason",
  "voided_at",
  "updated_at",
  "version",
];

/** Every table that holds a part of a document, and how its rows are found by the document's id. A cheque's state is the bank's. */
export const parts = {
  documents: { where: "id = ?", free: freeColumns },
  document_lines: { where: "document_id = ?", free: [] },
  document_line_taxes: { where: "line_id in (select id from document_lines where document_id = ?)", free: [] },
  document_taxes: { where: "document_id = ?", free: [] },
  receipt_tenders: { where: "document_id = ?", free: ["cheque_state", "id"] },
  sales_ledger: { where: "document_id = ?", free: [] },
  allocations: { where: "from_document_id = ?", free: [] },
} as const satisfies Record<string, { where: string; free: readonly string[] }>;
export type Part = keyof typeof parts;

export function columnsOf(db: Database, table: string): string[] {
  return db.$client.prepare("select name from pragma_table_info(?)").pluck().all(table) as string[];
}

/** What must stay the same, as text. Rows added to the ledger and to allocations are movements of their own. */
export function frozenPartsOf(db: Database, documentId: number): string {
  const read = (table: Part) => {
    const kept = columnsOf(db, table).filter((column) => !(parts[table].free as readonly string[]).includes(column));
    return db.$client
      .prepare(`select ${kept.join(", ")} from ${table} where ${parts[table].where} order by rowid`)
      .raw()
      .all(documentId);
  };
  return JSON.stringify((["documents", "document_lines", "document_line_taxes", "document_taxes", "receipt_tenders"] as const).map(read));
}
