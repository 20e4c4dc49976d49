import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import type { Scope } from "@/lib/access/scope";
import { isSalesKind, type SalesKind } from "@/lib/documents/kinds";
import { awaitJob } from "@/lib/jobs/await";
import { askForPdf } from "@/lib/jobs/document-pdf";
import { type Download, download, inPreparation } from "./download";
import { missing } from "./page";

const waitMs = 5_000;

/** The PDF of one kind of document, by its address. */
export function pdfRoute(kind: SalesKind, path: "/quotes/[id]/pdf" | "/orders/[id]/pdf" | "/invoices/[id]/pdf") {
  return download(path, (scope, { params }) => documentPdf(scope, params.id!, kind));
}

/** The PDF of a document that this viewer sees: kept bytes, or drawn now, or still in preparation. Without a kind, whichever it is. */
export async function documentPdf(scope: Scope, id: string, kind?: SalesKind): Promise<Download | typeof missing | typeof inPreparation> {
  const { anyDocuments } = scope;
  const key = Number(id);
  const found = Number.isSafeInteger(key)
    ? scope.select({ id: anyDocuments.id, kind: anyDocuments.kind }).from(anyDocuments).where(eq(anyDocuments.id, key)).get()
    : undefined;
  if (!found || !isSalesKind(found.kind) || (kind !== undefined && found.kind !== kind)) return missing;
  const wanted = { kind: found.kind, id: found.id };
  const answer = askForPdf(database(), wanted, Date.now());
  if (!answer) return missing;
  if ("ready" in answer) return { ...answer.ready, mime: "application/pdf" };

  await awaitJob(database(), answer.dedupeKey, waitMs);
  const drawn = askForPdf(database(), wanted, Date.now());
  return drawn && "ready" in drawn ? { ...drawn.ready, mime: "application/pdf" } : inPreparation;
}
