import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { chequeStates, tenderMethods } from "../vocabulary";
import { date, decimal, id, instant, json, minor } from "./columns";
import { documents } from "./documents";

export const receiptTenders = sqliteTable(
  "receipt_tenders",
  {
    id: id(),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    position: integer("position").notNull(),
    method: text("method", { enum: tenderMethods }).notNull(),
    amountMinor: minor("amount_minor").notNull(),
    reference: text("reference"),
    chequeState: text("cheque_state", { enum: chequeStates }),
    chequeDueOn: date("cheque_due_on"),
  },
  (t) => [uniqueIndex("receipt_tenders_position_idx").on(t.documentId, t.position), check("receipt_tenders_positive", sql`${t.amountMinor} > 0`)],
);

/** From a receipt or credit note to an invoice or debit note. Never deleted: a second row with a negative amount reverses. */
export const allocations = sqliteTable(
  "allocations",
  {
    id: id(),
    fromDocumentId: integer("from_document_id")
      .notNull()
      .references(() => documents.id),
    toDocumentId: integer("to_document_id")
      .notNull()
      .references(() => documents.id),
    amountMinor: minor("amount_minor").notNull(),
    rate: decimal("rate"),
    allocatedOn: date("allocated_on").notNull(),
    reversesId: integer("reverses_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("allocations_from_idx").on(t.fromDocumentId),
    index("allocations_to_idx").on(t.toDocumentId),
    uniqueIndex("allocations_reverses_idx").on(t.reversesId),
    check("allocations_not_zero", sql`${t.amountMinor} <> 0`),
  ],
);

/** One row per issued fiscal document, from its snapshot; voided ones stay at zero. */
export const salesLedger = sqliteTable(
  "sales_ledger",
  {
    id: id(),
    period: text("period").notNull(),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    kind: text("kind").notNull(),
    fiscalType: text("fiscal_type").notNull(),
    label: text("label").notNull(),
    issuedOn: date("issued_on").notNull(),
    customerName: text("customer_name").notNull(),
    customerTaxId: text("customer_tax_id"),
    status: text("status", { enum: ["valid", "voided"] }).notNull(),
    sign: integer("sign").notNull(),
    currency: text("currency").notNull(),
    exchangeRate: decimal("exchange_rate"),
    grossMinor: minor("gross_minor").notNull(),
    discountMinor: minor("discount_minor").notNull(),
    netMinor: minor("net_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    totalMinor: minor("total_minor").notNull(),
    taxes: json<{ code: string; rate: string; treatment: string; baseMinor: number; amountMinor: number }[]>("taxes").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("sales_ledger_period_idx").on(t.period, t.id), index("sales_ledger_document_idx").on(t.documentId)],
);
