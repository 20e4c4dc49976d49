import type { Transaction } from "@/db/open";
import { convertDocument } from "@/lib/documents/convert";
import { type By, changeOf, createDraft, editDraft, rowOf } from "@/lib/documents/draft";
import type { ConversionInput, DraftInput } from "@/lib/documents/forms";
import { moveDocument, requireComplete, voidDocument } from "@/lib/documents/lifecycle";
import type { Document } from "@/lib/documents/queries";
import type { Change } from "@/lib/events/record";

export function createOrder(tx: Transaction, input: DraftInput, by: By): Change {
  return createDraft(tx, "order", input, by);
}

/** Also once confirmed: lines are added and quantities changed, never below what was invoiced, and invoiced prices stay. */
export function editOrder(tx: Transaction, order: Document, input: DraftInput, by: By): Change {
  return editDraft(tx, order, input, by);
}

export function confirmOrder(tx: Transaction, order: Document, by: By): Change {
  requireComplete(order);
  return changeOf(rowOf(tx, order), moveDocument(tx, order, "confirm", {}, by));
}

export function invoiceOrder(tx: Transaction, order: Document, lines: ConversionInput["lines"], by: By): Change {
  return convertDocument(tx, order, "invoice", lines, by);
}

export function voidOrder(tx: Transaction, order: Document, reason: string, by: By): Change {
  return changeOf(rowOf(tx, order), voidDocument(tx, order, reason, by));
}
