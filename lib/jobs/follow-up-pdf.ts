import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/open";
import { company, files, outbox } from "@/db/schema";
import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { scopeFor } from "@/lib/access/scope";
import { listActivities } from "@/lib/activities/queries";
import { attachmentsOf, findAttachment } from "@/lib/attachments/queries";
import { fold } from "@/lib/core/text";
import { type FollowUpSource, followUpSheet } from "@/lib/documents/follow-up-sheet";
import { issuerSnapshot } from "@/lib/documents/parties";
import { draftPath, insertFile, keepFile, readKept } from "@/lib/files/store";
import { t } from "@/lib/i18n/words";
import { prospectNames } from "@/lib/prospects/names";
import { findProspect } from "@/lib/prospects/queries";
import { enqueue, retryJob } from "./enqueue";
import type { EffectHandler, SliceHandler } from "./handler";
import { renderInChild } from "./render";
import { speakingTo } from "./speaking";

/** Whose sight decides what is printed, and in whose words and on whose clock. */
type Wanted = { prospectId: number; userId: number };
type Picture = { name: string; sha256: string };
type Drawing = { source: FollowUpSource; logoSha256: string | null; pictures: Picture[]; contentSha256: string; name: string };
type Speaker = Parameters<typeof speakingTo>[1];

const order = z.object({ prospectId: z.number().int(), userId: z.number().int() });
const drawn = z.object({ fileId: z.number().int(), sha256: z.string(), size: z.number().int(), name: z.string() });
const written = z.object({ jobId: z.number().int() });
export const followUpPdfKind = "prospects.follow_up_pdf";
const mostActivities = 500;
const mostPictures = 20;
const largestPdf = 50 * 1_048_576;
const retryAfterMs = 30_000;
const keptMs = 24 * 3_600_000;

/** The PDF of what was done with a prospect, if it was drawn as this colleague sees it now; otherwise left for the worker, with the key to wait by. */
export function askForFollowUpPdf(db: Database, wanted: Wanted, now: number): { ready: z.output<typeof drawn> } | { dedupeKey: string } | undefined {
  const drawing = drawingOf(db, wanted, now)?.drawing;
  if (!drawing) return undefined;
  const dedupeKey = `${followUpPdfKind}:${wanted.userId}:${wanted.prospectId}:${drawing.contentSha256}`;
  const { data: ready } = drawn.safeParse(db.select().from(outbox).where(eq(outbox.dedupeKey, dedupeKey)).get()?.progress);
  if (ready) return { ready };
  return write(db, (tx) => {
    const jobId = enqueue(tx, followUpPdfKind, wanted, { now, dedupeKey });
    const job = tx.select().from(outbox).where(eq(outbox.id, jobId)).get()!;
    const hasEnded = job.state === "done" || job.state === "parked";
    if (hasEnded && now - (job.finishedAt ?? 0) > retryAfterMs) retryJob(tx, jobId, now);
    return { dedupeKey };
  });
}

/** Draws in a child of the worker, keeps the bytes, then names them for a day. */
export const followUpPdf: EffectHandler = {
  repeatable: true,
  limitMs: 120_000,
  async effect(payload, { db, jobId, now }) {
    const found = drawingOf(db, order.parse(payload), now);
    if (!found) return;
    const { drawing, viewer } = found;
    const logo = drawing.logoSha256 === null ? null : await readKept(drawing.logoSha256);
    const pictures = await Promise.all(drawing.pictures.map(async ({ name, sha256 }) => ({ name, bytes: await readKept(sha256) })));
    const sheet = speakingTo(db, viewer, () => followUpSheet(drawing.source, logo, pictures));
    const outPath = await draftPath();
    try {
      await renderInChild(sheet, { childPath: join(process.cwd(), "dist", "render-child.mjs"), outPath, timeoutMs: 90_000, maxOldSpaceMb: 512 });
      const kept = await keepFile(createReadStream(outPath), largestPdf);
      write(db, (tx): void => {
        if (drawn.safeParse(tx.select().from(outbox).where(eq(outbox.id, jobId)).get()?.progress).success) return;
        const fileId = insertFile(tx, { ...kept, name: drawing.name, mime: "application/pdf", createdAt: now, createdBy: viewer.userId });
        tx.update(outbox)
          .set({ progress: { ...kept, fileId, name: drawing.name } })
          .where(eq(outbox.id, jobId))
          .run();
        enqueue(tx, "prospects.expire_pdf", { jobId }, { now, runAt: now + keptMs });
      });
    } finally {
      await rm(outPath, { force: true });
    }
  },
};

/** Nobody names the bytes any more: the sweep of files takes them away. */
export const expireFollowUpPdf: SliceHandler = {
  slice(tx, payload) {
    const { jobId } = written.parse(payload);
    const { data: file } = drawn.safeParse(tx.select().from(outbox).where(eq(outbox.id, jobId)).get()?.progress);
    if (file) tx.delete(files).where(eq(files.id, file.fileId)).run();
    tx.update(outbox).set({ progress: null }).where(eq(outbox.id, jobId)).run();
    return { done: true };
  },
};

function drawingOf(db: Database, { prospectId, userId }: Wanted, now: number): { drawing: Drawing; viewer: Speaker & { userId: number } } | undefined {
  const viewer = loadStaffViewer(db, userId, now);
  if (!viewer) return undefined;
  const drawing = speakingTo(db, viewer, () =>
    db.transaction((tx): Drawing | undefined => {
      const scope = scopeFor(viewer, tx);
      const prospect = findProspect(scope, prospectId);
      if (!prospect) return undefined;
      const activities = listActivities(scope, { prospectId }, mostActivities + 1);
      const images = attachmentsOf(scope, { kind: "prospect", id: prospectId }).filter(({ hasThumbnail }) => hasThumbnail);
      const pictures = images.slice(0, mostPictures).map(({ id, name }) => ({ name, sha256: findAttachment(scope, id)!.file.sha256 }));
      const { logoFileId } = tx.select().from(company).get()!;
      const logoSha256 = fileNamed(tx, logoFileId);
      const source = {
        prospect,
        names: prospectNames(scope, prospect),
        activities: activities.slice(0, mostActivities),
        isCut: activities.length > mostActivities || images.length > mostPictures,
        issuer: issuerSnapshot(tx),
      };
      const content = [followUpSheet(source, null, []), logoSha256, pictures];
      const contentSha256 = createHash("sha256").update(JSON.stringify(content)).digest("hex");
      return { source, logoSha256, pictures, contentSha256, name: `${fold(t("prospects.follow_up"))}-${prospect.number}.pdf` };
    }),
  );
  return drawing && { drawing, viewer };
}

function fileNamed(tx: Parameters<typeof issuerSnapshot>[0], id: number | null): string | null {
  if (id === null) return null;
  return tx.select({ sha256: files.sha256 }).from(files).where(eq(files.id, id)).get()?.sha256 ?? null;
}
