import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/open";
import { importRows, imports, outbox } from "@/db/schema";
import type { ImportKind } from "@/db/vocabulary";
import { write } from "@/db/write";
import { keepFile } from "@/lib/files/store";
import { applyImport, uploadImport } from "@/lib/imports/commands";
import { isEffect } from "@/lib/jobs/handler";
import { handlers } from "@/lib/jobs/handlers";
import { claim, type Job } from "@/lib/jobs/queue";
import { runEffect, runSlice } from "@/lib/jobs/run";
import { emptyFolder } from "@/tests/support/server";
import { now, type World } from "@/tests/support/world";

const owner = "test";

/** A file brought by somebody, read and tried: what its page would show. */
export async function checked({ db, ids }: World, kind: ImportKind, source: string | Uint8Array, { as = "ana" as "ana" | "marta" | "rita", name = "" } = {}) {
  process.env.DATA_DIR ??= emptyFolder();
  const bytes = typeof source === "string" ? await readFile(source) : source;
  const kept = await keepFile(bytes, 20_000_000);
  const file = { ...kept, name: name || (typeof source === "string" ? basename(source) : "lista.csv") };
  const { id } = write(db, (tx) => uploadImport(tx, { kind, file }, { userId: ids[as], now }));
  await runJobs(db);
  return importOf(db, id);
}

export async function applied(db: Database, id: number) {
  write(db, (tx) => applyImport(tx, { id }, now));
  await runJobs(db);
  return importOf(db, id);
}

export function importOf(db: Database, id: number) {
  const record = db.select().from(imports).where(eq(imports.id, id)).get()!;
  const rows = db.select().from(importRows).where(eq(importRows.importId, id)).orderBy(importRows.number).all();
  const tally = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return { ...record, rows, counts: { new: tally("new"), changed: tally("changed"), unchanged: tally("unchanged"), refused: tally("refused") } };
}

/** The next job that is due, as the worker takes it. */
export function nextJob(db: Database): Job | undefined {
  return claim(db, { owner, now, handlers });
}

/** One slice of a job, committed with its cursor. */
export function oneSlice(db: Database, job: Job): "more" | "ended" {
  const handler = handlers[job.kind]!;
  if (isEffect(handler)) throw new Error(`${job.kind} has no slices`);
  return runSlice(db, job, handler, { owner, now });
}

export async function runJobs(db: Database) {
  for (let job = nextJob(db); job; job = nextJob(db)) {
    const handler = handlers[job.kind]!;
    if (isEffect(handler)) await runEffect(db, job, handler, { owner, now, clock: () => now });
    else while (oneSlice(db, job) === "more");
  }
  const broken = db.select({ error: outbox.lastError }).from(outbox).where(eq(outbox.state, "queued")).all();
  if (broken.length > 0) throw new Error(`A job failed: ${broken[0]!.error}`);
}
