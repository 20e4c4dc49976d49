import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { dataFolder } from "@/db/data-folder";
import type { Database, Transaction } from "@/db/open";
import { write } from "@/db/write";
import { daysInTrash } from "@/lib/attachments/rules";
import { enqueue } from "@/lib/jobs/enqueue";
import type { EffectHandler } from "@/lib/jobs/handler";
import { purgeAttachments } from "./purge";
import { isNamed } from "./unnamed";

const day = 24 * 3_600_000;
const jobKind = "files.sweep";
/** Asked to empty the trash, it throws out all that was in it by then. */
const order = z.object({ trashedUntil: z.number().optional() });

/** Leaves today's sweep for the worker; however often it starts, one a day. */
export function askForSweep(db: Database, now: number) {
  write(db, (tx) => leaveSweep(tx, now));
}

/** Removes what a refused upload or a crash left behind, and comes back tomorrow. What is a day old is nobody's work in progress. */
export const sweepFiles: EffectHandler = {
  repeatable: true,
  limitMs: 600_000,
  async effect(payload, { db, now, signal }) {
    const { trashedUntil } = order.parse(payload);
    purgeAttachments(db, trashedUntil ?? now - daysInTrash * day);
    for (const path of await filesIn("tmp")) if (await isOld(path, now)) await rm(path, { force: true });
    for (const path of await filesIn("files")) {
      signal.throwIfAborted();
      if ((await isOld(path, now)) && !isNamed(db, path.slice(-64))) await rm(path, { force: true });
    }
    write(db, (tx) => leaveSweep(tx, now + day));
  },
};

function leaveSweep(tx: Transaction, runAt: number) {
  const dedupeKey = `${jobKind}:${new Date(runAt).toISOString().slice(0, 10)}`;
  enqueue(tx, jobKind, {}, { now: runAt, dedupeKey });
}

async function filesIn(name: string): Promise<string[]> {
  const entries = await readdir(join(dataFolder(), name), { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function isOld(path: string, now: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && now - found.mtimeMs > day;
}
