import { eq } from "drizzle-orm";
import { z } from "zod";
import { files } from "@/db/schema";
import { outbox } from "@/db/schema/outbox";
import { sheetFormats } from "@/db/vocabulary";
import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { scopeFor } from "@/lib/access/scope";
import { auditChunks, auditFileName, kept } from "@/lib/audit/export";
import { writtenFile } from "@/lib/audit/long-file";
import { canAudit } from "@/lib/audit/policy";
import { RuleError } from "@/lib/core/errors";
import { mimes } from "@/lib/exports/sheet";
import { insertFile, keepFile } from "@/lib/files/store";
import { enqueue } from "./enqueue";
import { EffectEnded, type EffectHandler, type SliceHandler } from "./handler";
import { speakingTo } from "./speaking";

const order = z.object({ userId: z.number().int(), address: z.string(), format: z.enum(sheetFormats), before: z.number().int() });
const written = z.object({ jobId: z.number().int() });
const largestFile = 2048 * 1_048_576;
/** A sheet of a workbook takes a few more. */
const mostOnSheet = 1_000_000;

/** Writes a long file of the log to disk, piece by piece, then names the bytes. Whoever no longer administers gets none. */
export const writeAudit: EffectHandler = {
  repeatable: true,
  limitMs: 3_600_000,
  async effect(payload, { db, jobId, now, signal }) {
    const asked = order.parse(payload);
    const viewer = loadStaffViewer(db, asked.userId, now);
    if (!viewer || !canAudit(viewer)) throw ended("its author does not administer any more");
    let rows = 0;
    const count = (more: number) => {
      signal.throwIfAborted();
      rows += more;
      if (asked.format === "xlsx" && rows > mostOnSheet) throw ended("more than a sheet takes");
    };
    const file = await speakingTo(db, viewer, () => keepFile(auditChunks(scopeFor(viewer, db), asked, count), largestFile)).catch(endedByRule);
    const name = speakingTo(db, viewer, () => auditFileName({ format: asked.format, at: now }));
    const named = { ...file, name, mime: mimes[asked.format] };
    write(db, (tx): void => {
      if (writtenFile.safeParse(tx.select().from(outbox).where(eq(outbox.id, jobId)).get()?.progress).success) return;
      const fileId = insertFile(tx, { ...named, createdAt: now, createdBy: viewer.userId });
      tx.update(outbox)
        .set({ progress: { ...named, fileId, rows } })
        .where(eq(outbox.id, jobId))
        .run();
      enqueue(tx, "audit.expire", { jobId }, { now, runAt: now + kept });
    });
  },
};

/** Nobody names the bytes any more: the sweep of files takes them away. */
export const expireAudit: SliceHandler = {
  slice(tx, payload) {
    const { jobId } = written.parse(payload);
    const { data: file } = writtenFile.safeParse(tx.select().from(outbox).where(eq(outbox.id, jobId)).get()?.progress);
    if (file) tx.delete(files).where(eq(files.id, file.fileId)).run();
    tx.update(outbox).set({ progress: null }).where(eq(outbox.id, jobId)).run();
    return { done: true };
  },
};

function ended(reason: string) {
  return new EffectEnded({ state: "parked" }, reason);
}

function endedByRule(error: unknown): never {
  throw error instanceof RuleError ? ended(error.code) : error;
}
