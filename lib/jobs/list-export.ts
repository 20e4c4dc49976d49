import { join } from "node:path";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { dataFolder } from "@/db/data-folder";
import { connect, type Database, openDatabase, type Reader } from "@/db/open";
import { company, files, listExports } from "@/db/schema";
import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { scopeFor } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import { expireExport, finishExport } from "@/lib/exports/commands";
import { exporting } from "@/lib/exports/policy";
import { exportChunks, exportName, mimes } from "@/lib/exports/sheet";
import { sightOf } from "@/lib/exports/sight";
import { insertFile, keepFile } from "@/lib/files/store";
import { runWith } from "@/lib/i18n/current";
import { isPackCode, packs } from "@/lib/i18n/packs";
import { canExport } from "@/lib/lists/policy";
import { ownWordsAt } from "@/lib/settings/own-words";
import type { EffectHandler, SliceHandler } from "./handler";

const order = z.object({ exportId: z.number().int() });
const largestFile = 500 * 1_048_576;

/** Writes a long list to disk, all of it as it stood at one instant, then names the bytes. What its owner may no longer take out is not written. */
export const writeExport: EffectHandler = {
  repeatable: true,
  limitMs: 600_000,
  async effect(payload, { db, now, signal }) {
    const { exportId } = order.parse(payload);
    const record = db.select().from(listExports).where(eq(listExports.id, exportId)).get();
    if (!record || record.state === "done") return;
    const viewer = loadStaffViewer(db, record.ownerId, now);
    if (!viewer || !canExport(viewer, record.list)) return fail(db, exportId);

    const snapshot = openSnapshot();
    try {
      let rows = 0;
      const kept = await speakingTo(viewer, snapshot, async () => {
        const scope = scopeFor(exporting(viewer, record.list), snapshot);
        const chunks = exportChunks(scope, record, (more) => {
          signal.throwIfAborted();
          rows += more;
        });
        return keepFile(chunks, largestFile);
      });
      const name = speakingTo(viewer, snapshot, () => exportName(record));
      write(db, (tx) => {
        if (tx.select({ id: files.id }).from(files).innerJoin(listExports, eq(listExports.fileId, files.id)).where(eq(listExports.id, exportId)).get()) return;
        const fileId = insertFile(tx, { ...kept, name, mime: mimes[record.format], createdAt: now, createdBy: record.ownerId });
        finishExport(tx, exportId, { fileId, rows, sightSha256: sightOf(viewer, record.list), now });
      });
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      fail(db, exportId);
    } finally {
      snapshot.$client.close();
    }
  },
};

export const expireExports: SliceHandler = {
  slice(tx, payload) {
    expireExport(tx, order.parse(payload).exportId);
    return { done: true };
  },
};

function fail(db: Database, id: number) {
  write(db, (tx): void => {
    tx.update(listExports).set({ state: "failed" }).where(eq(listExports.id, id)).run();
  });
}

/** A reader of its own: the worker's other jobs go on writing over theirs meanwhile. */
function openSnapshot(): Database {
  const db = connect(openDatabase(join(dataFolder(), "cartera.sqlite"), { readonly: true }));
  db.$client.exec("begin");
  return db;
}

function speakingTo<Result>(viewer: StaffViewer, reader: Reader, deed: () => Result): Result {
  const { pack, currency, wordsVersion } = reader.select().from(company).get()!;
  const words = ownWordsAt(reader, wordsVersion)[viewer.locale];
  return runWith({ locale: viewer.locale, pack: packs[isPackCode(pack) ? pack : "XX"], zone: viewer.zone, currency, words }, deed);
}
