import { eq, inArray, ne, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Document } from "./queries";
import type { Link } from "./rules";

export type Relative = ReturnType<typeof headersOf>[number];
export type Provenance = { before: Relative[]; after: Relative[]; versions: Relative[] };

/** Where a document came from and what came of it, as far as the viewer may see, each with its state. */
export function provenanceOf(scope: Scope, document: Document): Provenance {
  const before = walk(document.id, (ids) => parentsOf(scope, ids));
  const after = walk(document.id, (ids) => childrenOf(scope, ids));
  const receipts = receiptsOf(scope, [document.id, ...after.map(({ id }) => id)]);
  return { before: before.reverse(), after: [...after, ...receipts], versions: versionsOf(scope, document) };
}

/** What came of each line, as far as the viewer may see; voided and discarded documents do not count. */
export function linksOf(scope: Scope, document: Document): Link[] {
  const { documentLinks, documentLines, anyDocuments } = scope;
  return scope
    .select({ fromLineId: documentLinks.fromLineId, quantity: documentLinks.quantity })
    .from(documentLinks)
    .innerJoin(documentLines, eq(documentLines.id, documentLinks.toLineId))
    .innerJoin(anyDocuments, eq(anyDocuments.id, documentLines.documentId))
    .where(
      sql`${inArray(
        documentLinks.fromLineId,
        document.lines.map(({ id }) => id),
      )} and ${ne(anyDocuments.status, "voided")}`,
    )
    .all();
}

export function parentsOf(scope: Scope, ids: number[]): Map<number, Relative[]> {
  const { documentLinks } = scope;
  return linked(scope, ids, documentLinks.toLineId, documentLinks.fromLineId);
}

function childrenOf(scope: Scope, ids: number[]): Map<number, Relative[]> {
  const { documentLinks } = scope;
  return linked(scope, ids, documentLinks.fromLineId, documentLinks.toLineId);
}

type LineColumn = Scope["documentLinks"]["fromLineId"] | Scope["documentLinks"]["toLineId"];

/** The documents at the far end of the links that touch these, by the near document. */
function linked(scope: Scope, ids: number[], near: LineColumn, far: LineColumn): Map<number, Relative[]> {
  const { documentLinks, documentLines } = scope;
  const pairs = scope
    .select({ nearId: documentLines.documentId, farLineId: far })
    .from(documentLines)
    .innerJoin(documentLinks, eq(near, documentLines.id))
    .where(inArray(documentLines.documentId, ids))
    .all();
  const lines = scope
    .select({ id: documentLines.id, documentId: documentLines.documentId })
    .from(documentLines)
    .where(
      inArray(
        documentLines.id,
        pairs.map(({ farLineId }) => farLineId),
      ),
    )
    .all();
  const documentOf = new Map(lines.map(({ id, documentId }) => [id, documentId]));
  const headers = headersOf(scope, [...new Set(documentOf.values())]);
  const byNear = Map.groupBy(pairs, ({ nearId }) => nearId);
  return new Map(
    [...byNear].map(([nearId, own]) => {
      const farIds = new Set(own.map(({ farLineId }) => documentOf.get(farLineId)));
      return [nearId, headers.filter(({ id }) => farIds.has(id))];
    }),
  );
}

function headersOf(scope: Scope, ids: number[]) {
  const { anyDocuments: documents } = scope;
  const { id, kind, label, status, isCurrent, validUntil, dueOn, issuedOn, currency, totalMinor, balanceMinor } = documents;
  return scope
    .select({ id, kind, label, status, isCurrent, validUntil, dueOn, issuedOn, currency, totalMinor, balanceMinor })
    .from(documents)
    .where(inArray(documents.id, ids))
    .orderBy(documents.id)
    .all();
}

/** Everything reached step by step, each once; kinds lead only onwards, so it ends. */
function walk(from: number, step: (ids: number[]) => Map<number, Relative[]>): Relative[] {
  const seen = new Map<number, Relative>();
  let ids = [from];
  while (ids.length > 0) {
    const next = [...step(ids).values()].flat().filter(({ id }) => !seen.has(id));
    for (const relative of next) seen.set(relative.id, relative);
    ids = next.map(({ id }) => id);
  }
  return [...seen.values()];
}

/** Receipts with something still applied to these documents. */
function receiptsOf(scope: Scope, ids: number[]): Relative[] {
  const { allocations } = scope;
  const rows = scope
    .select({ id: allocations.fromDocumentId, applied: sql<number>`sum(${allocations.amountMinor})` })
    .from(allocations)
    .where(inArray(allocations.toDocumentId, ids))
    .groupBy(allocations.fromDocumentId, allocations.toDocumentId)
    .all();
  const paying = rows.filter(({ applied }) => applied !== 0).map(({ id }) => id);
  return headersOf(scope, [...new Set(paying)]);
}

/** The other versions of the same number. */
function versionsOf(scope: Scope, { id, seriesId, number }: Document): Relative[] {
  if (seriesId === null || number === null) return [];
  const { anyDocuments: documents } = scope;
  const ids = scope
    .select({ id: documents.id })
    .from(documents)
    .where(sql`${documents.seriesId} = ${seriesId} and ${documents.number} = ${number} and ${documents.id} <> ${id}`)
    .all();
  return headersOf(
    scope,
    ids.map((row) => row.id),
  );
}
