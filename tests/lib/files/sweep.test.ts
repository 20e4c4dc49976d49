import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { outbox } from "@/db/schema";
import { write } from "@/db/write";
import { insertFile, keepFile, keptPath } from "@/lib/files/store";
import { askForSweep, sweepFiles } from "@/lib/files/sweep";
import { emptyFolder } from "../../support/server";
import { now, world } from "../../support/world";

const hour = 3_600_000;

test("what nobody names is gone after a day; what is named, or of today, stays; the next sweep is tomorrow's, once", async () => {
  process.env.DATA_DIR = emptyFolder();
  const { db } = world();
  const keep = async (text: string, age: number) => {
    const kept = await keepFile(Buffer.from(text), 100);
    return { ...kept, path: aged(keptPath(kept.sha256), age) };
  };
  const named = await keep("con nombre", 48 * hour);
  write(db, (tx) => insertFile(tx, { ...named, name: "a.pdf", mime: "application/pdf", createdAt: now, createdBy: null }));
  const refused = await keep("rechazado", 25 * hour);
  const fresh = await keep("de hoy", 23 * hour);
  const draft = join(process.env.DATA_DIR, "tmp", "a", "b");
  mkdirSync(dirname(draft), { recursive: true });
  writeFileSync(draft, "a medias");
  aged(draft, 25 * hour);

  askForSweep(db, now);
  askForSweep(db, now + hour);
  await sweepFiles.effect({}, { db, jobId: 1, now, messageId: "", signal: new AbortController().signal, handOver: () => undefined });
  expect([named.path, refused.path, fresh.path, draft].map((path) => existsSync(path))).toEqual([true, false, true, false]);
  expect(db.select().from(outbox).all()).toMatchObject([
    { kind: "files.sweep", dedupeKey: "files.sweep:2026-08-22", runAt: now },
    { kind: "files.sweep", dedupeKey: "files.sweep:2026-08-23", runAt: now + 24 * hour },
  ]);
});

test("a new installation has nothing to sweep", async () => {
  process.env.DATA_DIR = emptyFolder();
  const { db } = world();
  await sweepFiles.effect({}, { db, jobId: 1, now, messageId: "", signal: new AbortController().signal, handOver: () => undefined });
  expect(db.select().from(outbox).all()).toHaveLength(1);
});

function aged(path: string, age: number) {
  const at = new Date(now - age);
  utimesSync(path, at, at);
  return path;
}
