import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import { accountContacts, accounts, contacts, events, outbox } from "@/db/schema";
import { write } from "@/db/write";
import { applyImport } from "@/lib/imports/commands";
import { applyCheckedImport } from "@/lib/imports/jobs";
import type { SliceHandler } from "@/lib/jobs/handler";
import { type Job, recoverLeases } from "@/lib/jobs/queue";
import { runSlice } from "@/lib/jobs/run";
import { now, type World, world } from "../../support/world";
import { checked, importOf, nextJob, oneSlice, runJobs } from "./jobs";

const rows = 60;
const file = Buffer.from(
  ["Código,Empresa,Contacto,Ciudad", ...Array.from({ length: rows }, (_, place) => `C${place},Empresa ${place},Persona ${place},Mérida`)].join("\n"),
);

test("a worker cut off between slices, and within one, leaves counts right and nothing twice", async () => {
  const { here, id, job } = await applying();
  expect(oneSlice(here.db, job)).toBe("more");
  const between = written(here.db);
  expect(between).toBeGreaterThan(0);
  expect(between).toBeLessThan(rows);

  expect(runSlice(here.db, job, cutOff, { owner: "test", now })).toBe("ended");
  expect(written(here.db)).toBe(between);

  recoverLeases(here.db, now, Number.POSITIVE_INFINITY);
  here.db.update(outbox).set({ runAt: 0 }).run();
  await runJobs(here.db);
  expect(importOf(here.db, id)).toMatchObject({ state: "applied", counts: { new: rows, changed: 0, unchanged: 0, refused: 0 } });
  expect(written(here.db)).toBe(rows);
  expect(here.db.select({ n: count() }).from(contacts).get()!.n).toBe(rows);
  expect(here.db.select({ n: count() }).from(accountContacts).get()!.n).toBe(rows);
  expect(here.db.select({ n: count() }).from(events).where(eq(events.source, "import")).get()!.n).toBe(2 * rows);
});

test("were the cursor not in the commit, a slice would be done twice", async () => {
  const { here, id, job } = await applying();
  const lost = () => write(here.db, (tx) => applyCheckedImport.slice(tx, job.payload, null, { jobId: job.id, now }));
  lost();
  const first = importOf(here.db, id).counts;
  lost();
  expect(first).toMatchObject({ new: rows, unchanged: 0 });
  expect(importOf(here.db, id).counts.unchanged).toBeGreaterThan(0);
});

test("a job of an import that was changed since, or is done, writes nothing", async () => {
  const { here, id, job } = await applying();
  const payload = { ...(job.payload as object), version: 99 };
  expect(write(here.db, (tx) => applyCheckedImport.slice(tx, payload, null, { jobId: job.id, now }))).toEqual({ done: true });
  expect(written(here.db)).toBe(0);
  while (oneSlice(here.db, job) === "more");
  expect(() => write(here.db, (tx) => applyImport(tx, { id }, now))).toThrow("imports.already_applied");
});

const cutOff: SliceHandler = {
  slice: (...args) => {
    applyCheckedImport.slice(...args);
    throw new Error("killed");
  },
};

async function applying(): Promise<{ here: World; id: number; job: Job }> {
  const here = world();
  const { id } = await checked(here, "accounts", file);
  write(here.db, (tx) => applyImport(tx, { id }, now));
  return { here, id, job: nextJob(here.db)! };
}

function written(db: Database) {
  return db.select({ n: count() }).from(accounts).where(eq(accounts.city, "Mérida")).get()!.n;
}
