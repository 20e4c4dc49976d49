import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { documents } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import { sortKey } from "@/lib/core/text";
import { actorOf, type Change } from "@/lib/events/record";
import type { DraftInput } from "./forms";
import { kinds, type SalesKind } from "./kinds";
import { removeLines, requireAgreed } from "./line-changes";
import { companyToday, labelOfRevision, seriesFor, takeNumber } from "./numbering";
import { requireCustomer } from "./parties";
import { accountOfProspect, keepProspect } from "./prospect";
import type { Document } from "./queries";
import { addUp, fillLines, reckoningOf, storeLines } from "./reckoning";
import { isEditable } from "./rules";

/** Whose deed it is, at which instant, and which day that is for the company. */
export type By = { userId: number | null; now: number; today: string };
export type Row = typeof documents.$inferSelect;

export function byOf(tx: Transaction, { viewer, now }: { viewer: Viewer; now: number }): By {
  return { userId: actorOf(viewer).actorId, now, today: companyToday(tx, now) };
}

/** A first draft, with its number if its kind has one from the start. Throws without a customer or a line. */
export function createDraft(tx: Transaction, kind: SalesKind, input: DraftInput, by: By): Change {
  const { also, ...filing } = input.prospectId === null ? { ...input, also: [] } : accountOfProspect(tx, input.prospectId, by);
  const account = requireCustomer(tx, filing.accountId, filing.contactId);
  const ownerId = by.userId ?? account.ownerId;
  if (ownerId === null) throw new RuleError("documents.no_owner");
  const after = insertDocument(
    tx,
    kind,
    { ...headerOf(input), accountId: account.id, contactId: filing.contactId, prospectId: input.prospectId, ownerId },
    input,
    by,
  );
  keepProspect(tx, input.prospectId);
  return { ...changeOf(null, after), also };
}

/** Throws when what is printed may no longer change, or when a line would fall below what came of it. */
export function editDraft(tx: Transaction, document: Document, input: DraftInput, by: By): Change {
  if (!isEditable(document.kind as SalesKind, document)) throw new RuleError("documents.not_draft");
  const account = requireCustomer(tx, input.accountId ?? document.accountId, input.contactId);
  requireLines(input);
  const before = rowOf(tx, document);
  const reckoning = { ...reckoningOf(tx), ...termsOf(document) };
  const lines = fillLines(tx, keptIds(document, input.lines));
  const { sums, kept } = addUp(reckoning, lines, input.discount);
  requireAgreed(tx, document, lines);
  removeLines(tx, document, lines);
  storeLines(tx, document.id, lines, reckoning, sums);
  const after = tx
    .update(documents)
    .set({ ...headerOf(input), ...kept, ...named(account), contactId: input.contactId, updatedAt: by.now, version: document.version + 1 })
    .where(eq(documents.id, document.id))
    .returning()
    .get();
  return changeOf(before, after);
}

export type NewDocument = ReturnType<typeof headerOf> &
  Pick<Row, "accountId" | "contactId" | "prospectId" | "ownerId"> &
  Partial<Row> & { agreed?: ReturnType<typeof termsOf> };

/** `agreed` is what a document this one comes from was added up by; without one, the company's rules of today. */
export function insertDocument(
  tx: Transaction,
  kind: SalesKind,
  { agreed, ...header }: NewDocument,
  input: Pick<DraftInput, "lines" | "discount">,
  by: By,
): Row {
  requireLines(input);
  const account = requireCustomer(tx, header.accountId, header.contactId);
  const reckoning = { ...reckoningOf(tx), ...agreed };
  const lines = fillLines(
    tx,
    input.lines.map((line) => ({ ...line, id: null })),
  );
  const { sums, kept } = addUp(reckoning, lines, input.discount);
  const { taxes: _taxes, ...terms } = reckoning;
  const after = tx
    .insert(documents)
    .values({
      ...{ ...terms, issuedOn: by.today, createdBy: by.userId, createdAt: by.now, updatedAt: by.now },
      ...header,
      ...{ ...kept, kind, ...named(account) },
      ...(kinds[kind].numberedAt === "first_save" && numberOf(tx, kind, header, by)),
    })
    .returning()
    .get();
  storeLines(tx, after.id, lines, reckoning, sums);
  return after;
}

export function changeOf(before: Row | null, after: Row): Change {
  return { kind: after.kind, id: after.id, accountId: after.accountId, prospectId: after.prospectId, before, after };
}

/** The header alone, as it is stored: with what the viewer is not shown. */
export function rowOf(tx: Transaction, { id }: Pick<Row, "id">): Row {
  return tx.select().from(documents).where(eq(documents.id, id)).get()!;
}

/** A later version keeps the number of the first. */
function numberOf(tx: Transaction, kind: SalesKind, { seriesId, number, label, revision, workCenterId }: Partial<Row>, { today }: By) {
  if (seriesId && number && label && revision) return { seriesId, number, revision, label: labelOfRevision(label, revision) };
  return takeNumber(tx, seriesFor(tx, kind, workCenterId ?? null), today);
}

function headerOf({ validUntil, dueOn, discount, notes, terms, internalNote }: DraftInput) {
  return { validUntil, dueOn, discountType: discount === null ? null : ("percent" as const), discountValue: discount, notes, terms, internalNote };
}

export function termsOf({ currency, priceMode, roundingMode, taxScope }: Row | Document) {
  return { currency, priceMode, roundingMode, taxScope };
}

function named({ id, name }: { id: number; name: string }) {
  return { accountId: id, customerName: name, customerNameKey: sortKey(name) };
}

/** Only the document's own lines can be written over; any other number is a new line. */
function keptIds(document: Document, lines: DraftInput["lines"]): DraftInput["lines"] {
  const own = new Set(document.lines.map(({ id }) => id));
  return lines.map((line) => {
    const isOwn = line.id !== null && own.delete(line.id);
    return isOwn ? line : { ...line, id: null };
  });
}

function requireLines({ lines }: Pick<DraftInput, "lines">) {
  if (lines.length === 0) throw new RuleError("documents.no_lines", "lines");
}
