import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { documentLines, documentLinks, documents } from "@/db/schema";
import type { DocumentStatus } from "@/db/vocabulary";
import { compareDecimals } from "@/lib/core/decimal";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { type By, changeOf, insertDocument, rowOf, termsOf } from "./draft";
import type { ConversionInput } from "./forms";
import { kinds, type SalesKind } from "./kinds";
import { liveLinksFrom } from "./links";
import { keepProspect } from "./prospect";
import type { Document, DocumentLine } from "./queries";
import { isExpired, pendingOf } from "./rules";

type Wanted = { line: DocumentLine; quantity: string };

/** A draft of another kind with what is still pending, or with the quantities named. Throws when more is asked than is left,
 *  when nothing is, or when the document is not in a state from which it goes on. */
export function convertDocument(tx: Transaction, from: Document, to: SalesKind, asked: ConversionInput["lines"], by: By): Change {
  const { becomes, convertibleIn, settlesIn } = kinds[from.kind as SalesKind];
  if (!becomes.includes(to) || !convertibleIn.includes(from.status)) throw new RuleError("documents.cannot_convert");
  if (!from.isCurrent) throw new RuleError("documents.replaced");
  if (from.status !== settlesIn && isExpired(from, by.today)) throw new RuleError("documents.expired", "", { date: formatDate(from.validUntil!) });

  const wanted = wantedLines(tx, from, asked);
  const after = insertDocument(tx, to, headerFrom(from), { lines: wanted.map(draftLine), discount: from.discountValue }, by);
  link(tx, wanted, after.id);
  const also = settlesIn === null || from.status === settlesIn ? [] : [{ name: `${from.kind}.${settlesIn}`, change: settled(tx, from, settlesIn, by) }];
  keepProspect(tx, from.prospectId);
  return { ...changeOf(null, after), also };
}

/** What the customer ordered, the customer accepted. */
function settled(tx: Transaction, from: Document, status: DocumentStatus, { now }: By): Change {
  const before = rowOf(tx, from);
  const after = tx
    .update(documents)
    .set({ status, updatedAt: now, version: before.version + 1 })
    .where(eq(documents.id, from.id))
    .returning()
    .get();
  return changeOf(before, after);
}

function wantedLines(tx: Transaction, from: Document, asked: ConversionInput["lines"]): Wanted[] {
  const links = liveLinksFrom(
    tx,
    from.lines.map(({ id }) => id),
  );
  const pending = pendingOf(from.lines, links);
  const quantities = new Map(asked.map(({ id, quantity }) => [id, quantity]));
  const wanted = from.lines.map((line, index) => {
    const left = pending.get(line.id)!;
    const quantity = asked.length === 0 ? left : (quantities.get(line.id) ?? "0");
    if (compareDecimals(quantity, left) > 0) throw new RuleError("documents.over_quantity", `lines.${index}.quantity`, { left: formatNumber(left) });
    return { line, quantity };
  });
  const some = wanted.filter(({ quantity }) => compareDecimals(quantity, "0") > 0);
  if (some.length === 0) throw new RuleError("documents.nothing_pending");
  return some;
}

/** Customer, owner and the rules it was added up by go along; dates and internal notes do not. */
function headerFrom(from: Document) {
  const { accountId, contactId, prospectId, ownerId, workCenterId, discountType, discountValue, notes, terms } = from;
  const filing = { accountId, contactId, prospectId, ownerId, workCenterId, notes, terms };
  const discount = { discountType: discountType === null ? null : ("percent" as const), discountValue };
  return { ...filing, ...discount, agreed: termsOf(from), validUntil: null, dueOn: null, internalNote: null };
}

/** Words, price and taxes as agreed, whatever the catalog says by now. */
function draftLine({ line, quantity }: Wanted) {
  const { itemId, description, unit, unitPrice, discountValue, taxes } = line;
  return { id: null, itemId, description, unit, quantity, unitPrice, discount: discountValue, taxes: taxes.map(({ code }) => code) };
}

function link(tx: Transaction, wanted: readonly Wanted[], toDocumentId: number) {
  const lines = tx.select({ id: documentLines.id }).from(documentLines).where(eq(documentLines.documentId, toDocumentId)).orderBy(documentLines.position).all();
  tx.insert(documentLinks)
    .values(wanted.map(({ line, quantity }, place) => ({ fromLineId: line.id, toLineId: lines[place]!.id, quantity })))
    .run();
}
