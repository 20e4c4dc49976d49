import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, type Handle, openDatabase } from "@/db/open";
import { write } from "@/db/write";
import { enqueue } from "@/lib/jobs/enqueue";
import { bundled } from "../support/bundle";
import { promise } from "../support/promise";
import { emptyFolder } from "../support/server";

const outsideKinds = Array.from({ length: 25 }, (_, place) => `outside.${place}`);

const workers: ChildProcess[] = [];
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
});

test("two workers on one file do a thousand jobs once each", async () => {
  const company = queue();
  const effects = await bothDo(company, 1_000);
  expect(effects).toHaveLength(1_000);
  expect(new Set(effects.map(({ job }) => job)).size).toBe(1_000);
  const shares = [...new Set(effects.map(({ worker }) => worker))].map((worker) => effects.filter((one) => one.worker === worker).length);
  expect(shares).toHaveLength(2);
  promise("J4", `${effects.length} jobs by two workers (${shares.join(" and ")}), 0 missing, 0 doubled`);
}, 120_000);

test("a claim that takes no hold doubles them", async () => {
  const company = queue();
  company.handle.exec(
    "create trigger no_hold after update of lease_owner on outbox when new.state = 'sending' begin update outbox set state = 'queued', lease_owner = null, lease_until = null where id = new.id; end",
  );
  const effects = await bothDo(company, 250, 500);
  expect(effects.length).toBeGreaterThan(new Set(effects.map(({ job }) => job)).size);
}, 120_000);

type Queue = ReturnType<typeof queue>;

function queue() {
  const folder = emptyFolder();
  const file = join(folder, "cartera.sqlite");
  const handle = openDatabase(file);
  applyMigrations(handle);
  handle.exec("create table effects (job text not null, worker integer not null) strict");
  const outside = join(folder, "outside.txt");
  writeFileSync(outside, "");
  return { file, handle, outside };
}

/** Starts both, lets them wait, gives them all at once, and answers what was done once all ended, or at `enough` effects. */
async function bothDo({ file, handle, outside }: Queue, count: number, enough = Number.POSITIVE_INFINITY) {
  const program = await bundled("tests/support/pair-worker.ts");
  workers.push(...[1, 2].map(() => fork(program, [file, outside, ...outsideKinds])));
  await Promise.all(workers.map((worker) => once(worker, "message")));
  write(connect(handle), (tx) => {
    for (let place = 0; place < count; place += 1) enqueue(tx, place % 2 === 0 ? "inside" : outsideKinds[place % 25]!, { name: `job-${place}` }, { now: 0 });
  });
  const isOver = () => done(handle, outside).length >= enough || ended(handle) === count;
  await expect.poll(isOver, { timeout: 100_000, interval: 50 }).toBe(true);
  return done(handle, outside);
}

function ended(handle: Handle): number {
  return handle.prepare("select count(*) from outbox where state = 'done'").pluck().get() as number;
}

function done(handle: Handle, outside: string): { job: string; worker: number }[] {
  const lines = readFileSync(outside, "utf8").split("\n").filter(Boolean);
  const written = lines.map((line) => line.split(" ")).map(([job, worker]) => ({ job: job!, worker: Number(worker) }));
  return [...(handle.prepare("select job, worker from effects").all() as { job: string; worker: number }[]), ...written];
}
