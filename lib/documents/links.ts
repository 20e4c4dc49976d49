import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { documentLines, documentLinks, documents } from "@/db/schema";
import type { Link } from "./rules";

type LiveLink = Link & { id: number; toLineId: number };

/** What really came of these lines: links to documents voided or thrown away do not count. */
export function liveLinksFrom(tx: Transaction, lineIds: readonly number[]): LiveLink[] {
  if (lineIds.length === 0) return [];
  return tx
    .select({ id: documentLinks.id, fromLineId: documentLinks.fromLineId, toLineId: documentLinks.toLineId, quantity: documentLinks.quantity })
    .from(documentLinks)
    .innerJoin(documentLines, eq(documentLines.id, documentLinks.toLineId))
    .innerJoin(documents, eq(documents.id, documentLines.documentId))
    .where(sql`${inArray(documentLinks.fromLineId, [...lineIds])} and ${documents.status} <> 'voided' and ${documents.deletedAt} is null`)
    .all();
}

/** Where these lines came from, with how much the source line has. */
export function sourcesOf(tx: Transaction, lineIds: readonly number[]): (LiveLink & { sourceQuantity: string })[] {
  if (lineIds.length === 0) return [];
  return tx
    .select({
      id: documentLinks.id,
      fromLineId: documentLinks.fromLineId,
      toLineId: documentLinks.toLineId,
      quantity: documentLinks.quantity,
      sourceQuantity: documentLines.quantity,
    })
    .from(documentLinks)
    .innerJoin(documentLines, eq(documentLines.id, documentLinks.fromLineId))
    .where(inArray(documentLinks.toLineId, [...lineIds]))
    .all();
}

export function hasLiveLinks(tx: Transaction, lines: readonly { id: number }[]): boolean {
  return (
    liveLinksFrom(
      tx,
      lines.map(({ id }) => id),
    ).length > 0
  );
}
