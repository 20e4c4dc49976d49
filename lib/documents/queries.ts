import { and, eq, sql } from "drizzle-orm";
import type { DocumentKind } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";

export type Document = NonNullable<ReturnType<typeof findDocument>>;
export type DocumentLine = ReturnType<typeof linesOf>[number];

/** The whole document with what deciding about it takes; undefined when it is not there for this viewer. */
export function findDocument(scope: Scope, kind: DocumentKind, id: number | string) {
  const { anyDocuments } = scope;
  const key = Number(id);
  const header = Number.isSafeInteger(key)
    ? scope
        .select()
        .from(anyDocuments)
        .where(and(eq(anyDocuments.id, key), eq(anyDocuments.kind, kind)))
        .get()
    : undefined;
  return header && { ...header, lines: linesOf(scope, key), taxes: taxesOf(scope, key), principals: scope.principalsOf(header.accountId) };
}

/** Lines in printed order, each with the taxes it was written with. */
export function linesOf(scope: Scope, documentId: number) {
  const { documentLines, documentLineTaxes } = scope;
  const lines = scope.select().from(documentLines).where(eq(documentLines.documentId, documentId)).orderBy(documentLines.position).all();
  const taxes = scope
    .select()
    .from(documentLineTaxes)
    .where(sql`${documentLineTaxes.lineId} in (select ${documentLines.id} from ${documentLines} where ${documentLines.documentId} = ${documentId})`)
    .orderBy(documentLineTaxes.position)
    .all();
  const byLine = Map.groupBy(taxes, ({ lineId }) => lineId);
  return lines.map((line) => ({ ...line, taxes: byLine.get(line.id) ?? [] }));
}

/** Each tax of the document once, with its base and amount. */
export function taxesOf(scope: Scope, documentId: number) {
  const { documentTaxes } = scope;
  return scope.select().from(documentTaxes).where(eq(documentTaxes.documentId, documentId)).orderBy(documentTaxes.position).all();
}
