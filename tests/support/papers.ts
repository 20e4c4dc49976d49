import type { Database, Transaction } from "@/db/open";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { createCatalogItem } from "@/lib/catalog/commands";
import { catalogItemForm } from "@/lib/catalog/forms";
import type { By } from "@/lib/documents/draft";
import { type DraftInput, documentForm } from "@/lib/documents/forms";
import type { SalesKind } from "@/lib/documents/kinds";
import { type Document, findDocument } from "@/lib/documents/queries";
import type { Change } from "@/lib/events/record";
import { now, today } from "./world";

export const system: Viewer = { kind: "system", locale: "es", zone: "UTC", today };

/** What the form of a draft gives for these rows. */
export function draft(fields: Record<string, unknown> & { lines: Record<string, unknown>[] }): DraftInput {
  return documentForm().parse({ ...fields, lines: fields.lines.map((line) => ({ quantity: "1", ...line })) });
}

export const cement = { description: "Cemento gris 50 kg", unit: "saco", unitPrice: "228.5", taxes: ["IVA16"] };

export function by(userId: number, day = today): By {
  return { userId, now, today: day };
}

/** The document as it is now, for everybody's eyes. */
export function paper(db: Database | Transaction, kind: SalesKind, id: number): Document {
  return findDocument(scopeFor(system, db), kind, id)!;
}

/** Does it and gives back the document it was done to or made. */
export function done(db: Database, deed: (tx: Transaction) => Change): Document {
  const { kind, id } = write(db, deed);
  return paper(db, kind as SalesKind, id);
}

export function item(db: Database, fields: Record<string, unknown>): number {
  return write(db, (tx) =>
    createCatalogItem(tx, catalogItemForm().parse({ code: "CEM-50", name: "Cemento gris 50 kg", unitPrice: "228.5", ...fields }), { now }),
  ).id;
}
