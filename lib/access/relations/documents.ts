import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import {
  accountAccess,
  allocations,
  documentLines,
  documentLineTaxes,
  documentLinks,
  documentPdfs,
  documents,
  documentTaxes,
  receiptTenders,
  salesLedger,
} from "@/db/schema";
import { type DocumentKind, documentKinds, type Module } from "@/db/vocabulary";
import type { Circle, Viewer } from "../viewer";
import { accountIsAmong, accountIsReached, either, everything, inWindows, isStart, nothing, type Reach, viewReach } from "../visibility";
import { hiddenNotes } from "./accounts";
import { filtered, startingFrom } from "./relation";

/** The module whose grants rule a kind. */
export const moduleOfKind = {
  quote: "quotes",
  order: "orders",
  delivery_note: "orders",
  delivery_return: "orders",
  invoice: "invoices",
  debit_note: "invoices",
  credit_note: "invoices",
  receipt: "receipts",
} as const satisfies Record<DocumentKind, Module>;

/** States a customer may see: what was sent or issued, never a draft. An order never freezes; it is theirs once confirmed. */
const published = sql`(${documents.status} in ('sent', 'accepted', 'rejected', 'confirmed', 'on_hold', 'issued', 'delivered', 'posted', 'closed', 'voided') and ${documents.isFrozen} = 1
  or ${documents.kind} = 'order' and ${documents.status} in ('confirmed', 'on_hold', 'closed'))`;
const alive = sql`${documents.deletedAt} is null`;

/** Documents of one kind, so that its own index can serve. */
export function documentsOf(viewer: Viewer, kind: DocumentKind) {
  const reach = viewReach(viewer, moduleOfKind[kind]);
  const hidden = hiddenNotes(viewer);
  const ofKind = and(alive, sql`${documents.kind} = ${kind}`)!;
  if (reach.kind !== "circle") return filtered(documents, and(ofKind, kindIsReached(viewer, kind))!, hidden);
  if (isStart(reach.circle)) return startingFrom(documents, documentIds(reach.circle, kind), ofKind, hidden);
  const isReached = either(inArray(documents.ownerId, reach.circle.ownerIds), accountIsAmong(reach.circle, sql`${documents.accountId}`));
  return filtered(documents, and(ofKind, isReached)!, hidden);
}

/** Of those, what is seen by its owner alone. */
export function ownDocumentsOf(viewer: Viewer, kind: DocumentKind) {
  const reach = viewReach(viewer, moduleOfKind[kind]);
  const ofKind = and(alive, sql`${documents.kind} = ${kind}`)!;
  const hidden = hiddenNotes(viewer);
  if (reach.kind === "all") return filtered(documents, ofKind, hidden);
  const isOwn = reach.kind === "circle" && !isStart(reach.circle) ? and(ofKind, inArray(documents.ownerId, reach.circle.ownerIds))! : nothing;
  return filtered(documents, isOwn, hidden);
}

/** Documents of every kind, for looking one up and for what hangs on it; never for walking a list. */
export function anyDocumentsOf(viewer: Viewer) {
  return filtered(documents, and(alive, documentIsReached(viewer))!, hiddenNotes(viewer));
}

export function documentIsReached(viewer: Viewer): SQL {
  if (viewer.kind === "customer") return either(...documentKinds.map((kind) => and(eq(documents.kind, kind), kindIsReached(viewer, kind))!));
  const kindsByReach = [...Map.groupBy(documentKinds, (kind) => keyOf(viewReach(viewer, moduleOfKind[kind])))];
  if (kindsByReach.length === 1) return kindIsReached(viewer, documentKinds[0]);
  return either(...kindsByReach.map(([, kinds]) => and(inArray(documents.kind, kinds), kindIsReached(viewer, kinds[0]!))!));
}

/** Kinds that reach alike share one condition: what a query names costs more than what it finds. */
function keyOf(reach: Reach) {
  return reach.kind === "circle" ? reach.circle : reach.kind;
}

/** Rows that hang on a document, through it. */
export function partsOf(viewer: Viewer) {
  const through = (documentId: SQL) =>
    sql`exists (select 1 from ${documents} where ${documents.id} = ${documentId} and ${alive} and ${documentIsReached(viewer)})`;
  const throughLine = (lineId: SQL) =>
    sql`exists (select 1 from ${documentLines} where ${documentLines.id} = ${lineId} and ${through(sql`${documentLines.documentId}`)})`;
  return {
    documentLines: () => filtered(documentLines, through(sql`${documentLines.documentId}`)),
    documentLineTaxes: () => filtered(documentLineTaxes, throughLine(sql`${documentLineTaxes.lineId}`)),
    documentTaxes: () => filtered(documentTaxes, through(sql`${documentTaxes.documentId}`)),
    documentLinks: () => filtered(documentLinks, and(throughLine(sql`${documentLinks.fromLineId}`), throughLine(sql`${documentLinks.toLineId}`))!),
    documentPdfs: () => filtered(documentPdfs, through(sql`${documentPdfs.documentId}`)),
    receiptTenders: () => filtered(receiptTenders, through(sql`${receiptTenders.documentId}`)),
    allocations: () => filtered(allocations, and(through(sql`${allocations.fromDocumentId}`), through(sql`${allocations.toDocumentId}`))!),
    salesLedger: () => filtered(salesLedger, viewer.kind === "customer" ? nothing : through(sql`${salesLedger.documentId}`)),
  };
}

function kindIsReached(viewer: Viewer, kind: DocumentKind): SQL {
  const reach = viewReach(viewer, moduleOfKind[kind]);
  switch (reach.kind) {
    case "all":
      return everything;
    case "circle":
      return either(inArray(documents.ownerId, reach.circle.ownerIds), accountIsReached(reach.circle, sql`${documents.accountId}`));
    case "windows":
      return and(published, inWindows(reach.windows, sql`${documents.accountId}`, kind))!;
    case "none":
      return nothing;
    default:
      reach satisfies never;
      return nothing;
  }
}

function documentIds({ ownerIds, principals }: Circle, kind: DocumentKind): SQL {
  return sql`select ${documents.id} as id from ${documents} where ${inArray(documents.ownerId, ownerIds)} and ${documents.kind} = ${kind}
    union select ${documents.id} from ${accountAccess} cross join ${documents} on ${documents.accountId} = ${accountAccess.accountId} and ${documents.kind} = ${kind}
      where ${inArray(accountAccess.principal, principals)}`;
}
