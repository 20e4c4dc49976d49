import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database, Reader } from "@/db/open";
import { company, documentPdfs, files, outbox } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { fold } from "@/lib/core/text";
import { isSalesKind, type SalesKind } from "@/lib/documents/kinds";
import { customerSnapshot, issuerSnapshot } from "@/lib/documents/parties";
import { type Document, findDocument } from "@/lib/documents/queries";
import { type SheetSource, sheetOf, watermarkOf } from "@/lib/documents/sheet-of";
import { draftPath, insertFile, keepFile, readKept } from "@/lib/files/store";
import { t } from "@/lib/i18n/words";
import { enqueue, retryJob } from "./enqueue";
import type { EffectHandler } from "./handler";
import { renderInChild } from "./render";
import { speaking } from "./speaking";

type Wanted = { kind: SalesKind; id: number };
type Drawing = { source: Omit<SheetSource, "logo">; logoSha256: string | null; contentSha256: string; name: string };
export type ReadyPdf = { fileId: number; sha256: string; name: string; size: number };

export const documentPdfKind = "documents.pdf";
const order = z.object({ kind: z.string().refine(isSalesKind), id: z.number().int() });
const largestPdf = 50 * 1_048_576;
const retryAfterMs = 30_000;

/** The PDF as the document stands, if it was drawn already; otherwise leaves it for the worker and tells by which key to wait. */
export function askForPdf(db: Database, wanted: Wanted, now: number): { ready: ReadyPdf } | { dedupeKey: string } | undefined {
  const drawing = drawingOf(db, wanted);
  if (!drawing) return undefined;
  const ready = readyPdf(db, wanted.id, drawing.contentSha256);
  if (ready) return { ready };
  const dedupeKey = `${documentPdfKind}:${wanted.id}:${drawing.contentSha256}`;
  write(db, (tx) => {
    const jobId = enqueue(tx, documentPdfKind, wanted, { now, dedupeKey });
    const job = tx.select().from(outbox).where(eq(outbox.id, jobId)).get()!;
    const hasEnded = job.state === "done" || job.state === "parked";
    if (hasEnded && now - (job.finishedAt ?? 0) > retryAfterMs) retryJob(tx, jobId, now);
  });
  return { dedupeKey };
}

/** A mark of all that the PDF of this document would say now. Undefined for a document that is not there. */
export function paperContent(reader: Reader, wanted: Wanted): string | undefined {
  return drawingOf(reader, wanted)?.contentSha256;
}

/** Draws in a child of the worker, keeps the bytes, then names them. What was drawn already is not drawn again. */
export const documentPdf: EffectHandler = {
  repeatable: true,
  limitMs: 90_000,
  async effect(payload, { db, now }) {
    await drawnPdf(db, order.parse(payload), now);
  },
};

/** The PDF as the document stands, drawn now unless it was before. Nothing for a document that is not there any more, or does not say `only` what it
 *  said. For the worker alone. */
export async function drawnPdf(db: Database, wanted: Wanted, now: number, only?: string): Promise<ReadyPdf | "gone" | "changed"> {
  const drawing = drawingOf(db, wanted);
  if (!drawing) return "gone";
  if (only !== undefined && drawing.contentSha256 !== only) return "changed";
  const ready = readyPdf(db, wanted.id, drawing.contentSha256);
  if (ready) return ready;
  const logo = drawing.logoSha256 === null ? null : await readKept(drawing.logoSha256);
  const sheet = speaking(db, () => sheetOf({ ...drawing.source, logo }));
  const outPath = await draftPath();
  try {
    await renderInChild(sheet, { childPath: join(process.cwd(), "dist", "render-child.mjs"), outPath, timeoutMs: 60_000, maxOldSpaceMb: 512 });
    const kept = await keepFile(createReadStream(outPath), largestPdf);
    write(db, (tx) => {
      if (readyPdf(tx, wanted.id, drawing.contentSha256)) return;
      const fileId = insertFile(tx, { ...kept, name: drawing.name, mime: "application/pdf", createdAt: now, createdBy: null });
      tx.insert(documentPdfs).values({ documentId: wanted.id, contentSha256: drawing.contentSha256, fileId, createdAt: now }).run();
    });
  } finally {
    await rm(outPath, { force: true });
  }
  return readyPdf(db, wanted.id, drawing.contentSha256)!;
}

function drawingOf(reader: Reader, { kind, id }: Wanted): Drawing | undefined {
  return speaking(reader, (zone) =>
    reader.transaction((tx) => {
      const scope = scopeFor({ kind: "system", locale: "es", zone, today: "" }, tx);
      const document = findDocument(scope, kind, id);
      if (!document) return undefined;
      const { logoFileId } = tx.select().from(company).get()!;
      const logo = logoFileId === null ? undefined : tx.select({ sha256: files.sha256 }).from(files).where(eq(files.id, logoFileId)).get();
      const source = {
        kind,
        document,
        customer: document.customerSnapshot ?? customerSnapshot(tx, document.accountId, document.contactId),
        issuer: document.issuerSnapshot ?? issuerSnapshot(tx),
      };
      const logoSha256 = logo?.sha256 ?? null;
      const contentSha256 = contentOf(source, logoSha256);
      return { source, logoSha256, contentSha256, name: nameOf(kind, document) };
    }),
  );
}

/** One drawing per revision and status: what is frozen is drawn once, whatever the company changes later. */
function contentOf(source: Omit<SheetSource, "logo">, logoSha256: string | null): string {
  const { document, kind } = source;
  const watermark = watermarkOf(kind, document);
  const content = document.isFrozen ? [document.id, watermark] : [sheetOf({ ...source, logo: null }), logoSha256];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

function nameOf(kind: SalesKind, { label, id }: Document): string {
  const words = `${t(`documents.kinds.${kind}.one`)} ${label ?? id}`;
  return `${fold(words)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}.pdf`;
}

function readyPdf(reader: Reader, documentId: number, contentSha256: string): ReadyPdf | undefined {
  return reader
    .select({ fileId: files.id, sha256: files.sha256, name: files.name, size: files.size })
    .from(documentPdfs)
    .innerJoin(files, eq(files.id, documentPdfs.fileId))
    .where(and(eq(documentPdfs.documentId, documentId), eq(documentPdfs.contentSha256, contentSha256)))
    .get();
}
