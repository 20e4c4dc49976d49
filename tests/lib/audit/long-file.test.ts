import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { files, users } from "@/db/schema";
import { outbox } from "@/db/schema/outbox";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { largestAtOnce, lastAuditExport, startAuditExport, writeKind } from "@/lib/audit/export";
import { longFile } from "@/lib/audit/long-file";
import { recordEvent } from "@/lib/events/record";
import { keptPath } from "@/lib/files/store";
import { expireAudit, writeAudit } from "@/lib/jobs/audit-file";
import { claim } from "@/lib/jobs/queue";
import { runEffect, runSlice } from "@/lib/jobs/run";
import { emptyFolder } from "../../support/server";
import { now, type World, world } from "../../support/world";

const day = 86_400_000;
const slot = { owner: "w", now, clock: () => now };

function longLog() {
  process.env.DATA_DIR = emptyFolder();
  const here = world();
  here.db.$client.exec(`insert into events (at, actor_kind, actor_id, name, subject_kind, subject_id, account_id, source, payload_sha256, previous_hash, hash)
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${largestAtOnce + 500})
    select ${now} - 1000 + i / 100, 'staff', ${here.ids.ana}, 'account.edited', 'account', ${here.ids.acme}, ${here.ids.acme}, 'web', 'x', 'x', 'x' from n`);
  return here;
}

function ask({ db, viewer }: World, format: "csv" | "xlsx" = "csv") {
  const scope = scopeFor(viewer("marta"), db);
  write(db, (tx): number =>
    recordEvent(tx, {
      viewer: viewer("marta"),
      name: "audit.exported",
      change: startAuditExport(tx, scope, { address: "event=account.edited", format }, now),
      at: now,
    }),
  );
  return { scope, job: lastAuditExport(scope, now)!.job! };
}

async function workOff({ db }: World) {
  const job = claim(db, { owner: "w", now, handlers: { [writeKind]: writeAudit } })!;
  await runEffect(db, job, writeAudit, slot);
  return job;
}

test("more events than are written at once are left for the worker, who writes them all as they were asked for, once", async () => {
  const here = longLog();
  const { scope, job } = ask(here);
  expect(longFile(scope, job)).toEqual({ state: "waiting" });
  write(here.db, (tx): number =>
    recordEvent(tx, { viewer: here.viewer("ana"), name: "account.edited", change: { kind: "account", id: 1, before: null, after: {} }, at: now }),
  );
  const held = await workOff(here);
  const { state, file } = longFile(scope, job)!;
  expect([state, file!.rows]).toEqual(["done", largestAtOnce + 500]);
  const lines = readFileSync(keptPath(file!.sha256), "utf8").trim().split("\r\n");
  expect(lines).toHaveLength(largestAtOnce + 501);
  expect(new Set(lines.map((line) => line.split(",")[0])).size).toBe(lines.length);
  expect(lines[1]).toContain("Acme");

  await writeAudit.effect(held.payload, { db: here.db, jobId: job, now, messageId: "", signal: new AbortController().signal, handOver: () => undefined });
  expect(here.db.select().from(files).all()).toHaveLength(1);
});

test("it is its author's alone, for a day", async () => {
  const here = longLog();
  const { job } = ask(here, "xlsx");
  await workOff(here);
  const marta = scopeFor(here.viewer("marta"), here.db);
  expect(existsSync(keptPath(longFile(marta, job)!.file!.sha256))).toBe(true);
  expect(longFile(scopeFor(here.viewer("ana"), here.db), job)).toBeUndefined();
  expect(longFile(scopeFor({ ...here.viewer("ana"), isAdmin: true }, here.db), job)).toBeUndefined();

  const expiring = claim(here.db, { owner: "w", now: now + day, handlers: {} })!;
  expect(runSlice(here.db, expiring, expireAudit, { owner: "w", now: now + day })).toBe("ended");
  expect(longFile(marta, job)).toBeUndefined();
  expect(here.db.select().from(files).all()).toEqual([]);
});

test("whoever no longer administers when it is written gets none", async () => {
  const here = longLog();
  const { scope, job } = ask(here);
  here.db.update(users).set({ isAdmin: false }).run();
  await workOff(here);
  expect(longFile(scope, job)).toEqual({ state: "failed" });
  expect(here.db.select({ state: outbox.state }).from(outbox).all()).toContainEqual({ state: "parked" });
  expect(here.db.select().from(files).all()).toEqual([]);
});
