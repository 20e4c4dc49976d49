import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { discountTypes, documentKinds, documentStatuses, priceModes, roundingModes, taxScopes } from "../vocabulary";
import { accounts } from "./accounts";
import { prospects } from "./activities";
import { catalogItems } from "./catalog";
import { date, decimal, flag, id, instant, json, minor, timestamps } from "./columns";
import { series, workCenters } from "./company";
import { contacts } from "./contacts";
import { opportunities } from "./opportunities";
import { users } from "./users";

/** Customer or issuer as printed: never read again from the live record. */
export type PartySnapshot = {
  name: string;
  legalName: string | null;
  taxId: string | null;
  taxIdLabel: string | null;
  address: string[];
  phone: string | null;
  email: string | null;
  contact: string | null;
  /** How to pay, of an issuer. */
  paymentData?: string | null;
};

/** One header for the eight kinds. */
export const documents = sqliteTable(
  "documents",
  {
    id: id(),
    kind: text("kind", { enum: documentKinds }).notNull(),
    fiscalType: text("fiscal_type").notNull().default(""),
    seriesId: integer("series_id").references(() => series.id),
    number: integer("number"),
    revision: integer("revision").notNull().default(1),
    isCurrent: flag("is_current").notNull().default(true),
    revisionOf: integer("revision_of").references((): AnySQLiteColumn => documents.id),
    /** As printed: `COT-00012 r2`, `A-1043`; null while an unnumbered draft. */
    label: text("label"),
    status: text("status", { enum: documentStatuses }).notNull().default("draft"),
    /** Printed or fiscal parts can no longer change; held by a trigger. */
    isFrozen: flag("is_frozen").notNull().default(false),
    issuedElsewhere: flag("issued_elsewhere").notNull().default(false),
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    contactId: integer("contact_id").references(() => contacts.id),
    prospectId: integer("prospect_id").references(() => prospects.id),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => users.id),
    createdBy: integer("created_by").references(() => users.id),
    workCenterId: integer("work_center_id").references(() => workCenters.id),
    customerName: text("customer_name").notNull(),
    customerNameKey: text("customer_name_key").notNull(),
    customerSnapshot: json<PartySnapshot>("customer_snapshot"),
    issuerSnapshot: json<PartySnapshot>("issuer_snapshot"),
    issuedOn: date("issued_on").notNull(),
    dueOn: date("due_on"),
    validUntil: date("valid_until"),
    currency: text("currency").notNull(),
    exchangeRate: decimal("exchange_rate"),
    priceMode: text("price_mode", { enum: priceModes }).notNull(),
    roundingMode: text("rounding_mode", { enum: roundingModes }).notNull(),
    taxScope: text("tax_scope", { enum: taxScopes }).notNull(),
    discountType: text("discount_type", { enum: discountTypes }),
    discountValue: decimal("discount_value"),
    grossMinor: minor("gross_minor").notNull().default(0),
    discountMinor: minor("discount_minor").notNull().default(0),
    netMinor: minor("net_minor").notNull().default(0),
    taxMinor: minor("tax_minor").notNull().default(0),
    withheldMinor: minor("withheld_minor").notNull().default(0),
    totalMinor: minor("total_minor").notNull().default(0),
    /** Kept from allocations: what is settled and what is still owed (a receipt: what is still free to apply). */
    paidMinor: minor("paid_minor").notNull().default(0),
    creditedMinor: minor("credited_minor").notNull().default(0),
    balanceMinor: minor("balance_minor").notNull().default(0),
    notes: text("notes"),
    terms: text("terms"),
    internalNote: text("internal_note"),
    reason: text("reason"),
    /** SHA-256 of what was frozen, chained to the previous document of the series. */
    contentSha256: text("content_sha256"),
    previousSha256: text("previous_sha256"),
    frozenAt: instant("frozen_at"),
    voidedAt: instant("voided_at"),
    deletedAt: instant("deleted_at"),
    ...timestamps(),
    opportunityId: integer("opportunity_id").references(() => opportunities.id),
  },
  (t) => [
    uniqueIndex("documents_number_idx").on(t.seriesId, t.number, t.revision),
    index("documents_list_idx").on(t.kind, t.issuedOn, t.id).where(sql`deleted_at is null and is_current = 1`),
    index("documents_customer_idx").on(t.kind, t.customerNameKey, t.id).where(sql`deleted_at is null and is_current = 1`),
    index("documents_total_idx").on(t.kind, t.totalMinor, t.id).where(sql`deleted_at is null and is_current = 1`),
    index("documents_number_list_idx").on(t.kind, t.number, t.id).where(sql`deleted_at is null and is_current = 1`),
    index("documents_account_idx").on(t.accountId, t.kind, t.issuedOn, t.id),
    index("documents_owner_idx").on(t.ownerId, t.kind, t.issuedOn, t.id),
    index("documents_prospect_idx").on(t.prospectId),
    index("documents_opportunity_idx").on(t.opportunityId).where(sql`opportunity_id is not null`),
    index("documents_contact_idx").on(t.contactId),
    index("documents_revision_idx").on(t.revisionOf),
    index("documents_open_idx").on(t.kind, t.dueOn, t.id).where(sql`deleted_at is null and is_current = 1 and balance_minor > 0`),
    index("documents_owner_list_idx").on(t.kind, t.ownerId, t.issuedOn, t.id).where(sql`deleted_at is null and is_current = 1`),
    index("documents_owner_open_idx").on(t.kind, t.ownerId, t.dueOn).where(sql`deleted_at is null and is_current = 1 and balance_minor > 0`),
    index("documents_status_idx").on(t.kind, t.status, t.ownerId, t.validUntil, t.id).where(sql`deleted_at is null and is_current = 1`),
    check("documents_numbered_at_issue", sql`${t.kind} in ('quote', 'order') or (${t.status} = 'draft') = (${t.number} is null)`),
    check("documents_amounts", sql`${t.netMinor} >= 0 and ${t.taxMinor} >= 0 and ${t.balanceMinor} >= 0`),
  ],
);

export const documentLines = sqliteTable(
  "document_lines",
  {
    id: id(),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    position: integer("position").notNull(),
    itemId: integer("item_id").references(() => catalogItems.id),
    code: text("code"),
    description: text("description").notNull(),
    unit: text("unit"),
    quantity: decimal("quantity").notNull(),
    unitPrice: decimal("unit_price").notNull(),
    discountType: text("discount_type", { enum: discountTypes }),
    discountValue: decimal("discount_value"),
    grossMinor: minor("gross_minor").notNull(),
    discountMinor: minor("discount_minor").notNull(),
    netMinor: minor("net_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    totalMinor: minor("total_minor").notNull(),
  },
  (t) => [uniqueIndex("document_lines_position_idx").on(t.documentId, t.position), index("document_lines_item_idx").on(t.itemId)],
);

/** The taxes of a line as they were when it was written. */
export const documentLineTaxes = sqliteTable(
  "document_line_taxes",
  {
    id: id(),
    lineId: integer("line_id")
      .notNull()
      .references(() => documentLines.id),
    position: integer("position").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    rate: decimal("rate").notNull(),
    treatment: text("treatment").notNull(),
    basePlus: text("base_plus"),
    amountMinor: minor("amount_minor").notNull(),
  },
  (t) => [uniqueIndex("document_line_taxes_idx").on(t.lineId, t.code)],
);

export const documentTaxes = sqliteTable(
  "document_taxes",
  {
    id: id(),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    position: integer("position").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    rate: decimal("rate").notNull(),
    treatment: text("treatment").notNull(),
    baseMinor: minor("base_minor").notNull(),
    amountMinor: minor("amount_minor").notNull(),
  },
  (t) => [uniqueIndex("document_taxes_idx").on(t.documentId, t.code)],
);

/** What came of what, line by line; pending quantities are derived from here. */
export const documentLinks = sqliteTable(
  "document_links",
  {
    id: id(),
    fromLineId: integer("from_line_id")
      .notNull()
      .references(() => documentLines.id),
    toLineId: integer("to_line_id")
      .notNull()
      .references(() => documentLines.id),
    quantity: decimal("quantity").notNull(),
  },
  (t) => [uniqueIndex("document_links_pair_idx").on(t.fromLineId, t.toLineId), index("document_links_to_idx").on(t.toLineId)],
);
