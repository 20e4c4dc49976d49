import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { documents } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { convertDocument } from "@/lib/documents/convert";
import { type By, changeOf, createDraft, editDraft, insertDocument, rowOf, termsOf } from "@/lib/documents/draft";
import type { ConversionInput, DraftInput } from "@/lib/documents/forms";
import { freezeDocument } from "@/lib/documents/freeze";
import { moveDocument, requireAllowed, requireComplete, voidDocument } from "@/lib/documents/lifecycle";
import { hasLiveLinks } from "@/lib/documents/links";
import { keepProspect } from "@/lib/documents/prospect";
import type { Document } from "@/lib/documents/queries";
import { isExpired } from "@/lib/documents/rules";
import type { Change } from "@/lib/events/record";
import { formatDate } from "@/lib/i18n/format";

/** A draft with its number; `input.prospectId` files it under the prospect's account, made now if there is none. */
export function createQuote(tx: Transaction, input: DraftInput, by: By): Change {
  return createDraft(tx, "quote", input, by);
}

export function editQuote(tx: Transaction, quote: Document, input: DraftInput, by: By): Change {
  return editDraft(tx, quote, input, by);
}

/** From here on its words and amounts stay as the customer got them. Throws without a date until which it holds. */
export function sendQuote(tx: Transaction, quote: Document, by: By): Change {
  requireAllowed(quote, "send");
  requireComplete(quote);
  if (quote.validUntil === null) throw new RuleError("documents.no_valid_until");
  if (isExpired(quote, by.today)) throw new RuleError("documents.valid_until_past");
  const before = rowOf(tx, quote);
  const after = freezeDocument(tx, quote, { status: "sent", issuedOn: by.today }, by.now);
  keepProspect(tx, quote.prospectId);
  return changeOf(before, after);
}

/** Throws when it no longer holds. */
export function acceptQuote(tx: Transaction, quote: Document, by: By): Change {
  if (isExpired(quote, by.today)) throw new RuleError("documents.expired", "", { date: formatDate(quote.validUntil!) });
  return changeOf(rowOf(tx, quote), moveDocument(tx, quote, "accept", {}, by));
}

export function rejectQuote(tx: Transaction, quote: Document, reason: string, by: By): Change {
  requireAllowed(quote, "reject");
  if (hasLiveLinks(tx, quote.lines)) throw new RuleError("documents.already_converted");
  return changeOf(rowOf(tx, quote), moveDocument(tx, quote, "reject", { reason }, by));
}

/** A new draft under the same number, as its next version; the one before stays as it was sent. Throws once something came of it. */
export function reviseQuote(tx: Transaction, quote: Document, by: By): Change {
  requireAllowed(quote, "revise");
  if (hasLiveLinks(tx, quote.lines)) throw new RuleError("documents.already_converted");
  const before = rowOf(tx, quote);
  const replaced = tx
    .update(documents)
    .set({ isCurrent: false, updatedAt: by.now, version: before.version + 1 })
    .where(eq(documents.id, quote.id))
    .returning()
    .get();
  const { accountId, contactId, prospectId, ownerId, workCenterId, discountValue, notes, terms, internalNote, seriesId, number, label } = before;
  const after = insertDocument(
    tx,
    "quote",
    {
      ...{ accountId, contactId, prospectId, ownerId, workCenterId, discountValue, notes, terms, internalNote, seriesId, number, label },
      ...{ agreed: termsOf(quote), discountType: discountValue === null ? null : "percent", validUntil: null, dueOn: null },
      ...{ revision: quote.revision + 1, revisionOf: quote.id },
    },
    { lines: quote.lines.map(lineAgain), discount: discountValue },
    by,
  );
  keepProspect(tx, prospectId);
  return { ...changeOf(null, after), also: [{ name: "quote.replaced", change: changeOf(before, replaced) }] };
}

export function orderQuote(tx: Transaction, quote: Document, lines: ConversionInput["lines"], by: By): Change {
  return convertDocument(tx, quote, "order", lines, by);
}

export function invoiceQuote(tx: Transaction, quote: Document, lines: ConversionInput["lines"], by: By): Change {
  return convertDocument(tx, quote, "invoice", lines, by);
}

export function voidQuote(tx: Transaction, quote: Document, reason: string, by: By): Change {
  return changeOf(rowOf(tx, quote), voidDocument(tx, quote, reason, by));
}

function lineAgain({ itemId, description, unit, quantity, unitPrice, discountValue, taxes }: Document["lines"][number]) {
  return { id: null, itemId, description, unit, quantity, unitPrice, discount: discountValue, taxes: taxes.map(({ code }) => code) };
}
