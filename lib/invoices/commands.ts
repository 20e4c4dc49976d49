import { eq, or } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { allocations, documents } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { keepAccountBalance, settleDocument } from "@/lib/documents/balances";
import { type By, changeOf, createDraft, editDraft, rowOf } from "@/lib/documents/draft";
import { requireFiscalData } from "@/lib/documents/fiscal";
import type { DraftInput } from "@/lib/documents/forms";
import { freezeDocument } from "@/lib/documents/freeze";
import { writeLedger } from "@/lib/documents/ledger";
import { requireAllowed, requireComplete, voidDocument } from "@/lib/documents/lifecycle";
import { seriesFor, takeNumber } from "@/lib/documents/numbering";
import type { Document } from "@/lib/documents/queries";
import type { Change } from "@/lib/events/record";

/** A draft has no number yet; it can be thrown away without a trace in the series. */
export function createInvoice(tx: Transaction, input: DraftInput, by: By): Change {
  return createDraft(tx, "invoice", input, by);
}

export function editInvoice(tx: Transaction, invoice: Document, input: DraftInput, by: By): Change {
  return editDraft(tx, invoice, input, by);
}

/** Gives the draft its number, freezes it, enters it in the sales ledger and makes it owed, all or nothing.
 *  Without a due date it is due the same day. Throws when it is no draft, has no lines, is due before today, or the customer's identification is not in order. */
export function issueInvoice(tx: Transaction, invoice: Document, by: By): Change {
  if (invoice.status !== "draft") throw new RuleError("documents.already_issued");
  requireComplete(invoice);
  requireFiscalData(tx, "invoice", invoice.accountId);
  const dueOn = invoice.dueOn ?? by.today;
  if (dueOn < by.today) throw new RuleError("documents.due_before_date");
  const before = rowOf(tx, invoice);
  const taken = takeNumber(tx, seriesFor(tx, "invoice", invoice.workCenterId), by.today);
  const issued = freezeDocument(tx, invoice, { ...taken, status: "issued", issuedOn: by.today, dueOn }, by.now);
  writeLedger(tx, issued, invoice.taxes, { status: "valid", on: by.today, now: by.now });
  return changeOf(before, { ...issued, ...settle(tx, issued) });
}

/** The number stays, with its reason. Throws while a payment or a credit note is applied to it. */
export function voidInvoice(tx: Transaction, invoice: Document, reason: string, by: By): Change {
  requireAllowed(invoice, "void");
  requireUnpaid(tx, invoice);
  const before = rowOf(tx, invoice);
  const voided = voidDocument(tx, invoice, reason, by);
  writeLedger(tx, voided, invoice.taxes, { status: "voided", on: by.today, now: by.now });
  return changeOf(before, { ...voided, ...settle(tx, voided) });
}

/** Only a draft, which never had a number; what it came from is pending again. */
export function discardInvoice(tx: Transaction, invoice: Document, by: By): Change {
  requireAllowed(invoice, "discard");
  const before = rowOf(tx, invoice);
  const after = tx
    .update(documents)
    .set({ deletedAt: by.now, updatedAt: by.now, version: invoice.version + 1 })
    .where(eq(documents.id, invoice.id))
    .returning()
    .get();
  return changeOf(before, after);
}

function settle(tx: Transaction, { id, accountId, currency }: { id: number; accountId: number; currency: string }) {
  const settled = settleDocument(tx, id);
  keepAccountBalance(tx, accountId, currency);
  return settled;
}

function requireUnpaid(tx: Transaction, { id }: Document) {
  const applied = tx
    .select({ amountMinor: allocations.amountMinor })
    .from(allocations)
    .where(or(eq(allocations.toDocumentId, id), eq(allocations.fromDocumentId, id)))
    .all();
  if (applied.reduce((sum, { amountMinor }) => sum + amountMinor, 0) !== 0) throw new RuleError("documents.has_payments");
}
