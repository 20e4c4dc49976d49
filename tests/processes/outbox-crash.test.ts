import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, openDatabase } from "@/db/open";
import { write } from "@/db/write";
import { enqueue } from "@/lib/jobs/enqueue";
import { bundled } from "@/tests/support/bundle";
import { promise } from "@/tests/support/promise";
import { emptyFolder } from "@/tests/support/server";

const crashes = 12;
const names = Array.from({ length: 60 }, (_, place) => `job-${place}`);

test(`sixty jobs of five steps happen once each through ${crashes} kills of the worker`, async () => {
  const folder = emptyFolder();
  const file = join(folder, "cartera.sqlite");
  const worker = await bundled("tests/support/crash-worker.ts");
  const handle = openDatabase(file);
  applyMigrations(handle);
  handle.exec("create table effects (job text not null, step integer not null) strict");
  const db = connect(handle);
  write(db, (tx) => names.forEach((name) => void enqueue(tx, "test.count", { name }, { now: 0 })));

  const count = () => handle.prepare("select count(*) from effects").pluck().get() as number;
  for (let crash = 0; crash < crashes; crash += 1) {
    const child = fork(worker, [file]);
    const before = count();
    while (count() < Math.min(before + 1 + crash * 3, 300)) await pause(1);
    child.kill("SIGKILL");
    await once(child, "exit");
    // What was cut off waits a minute before its next try; the test does not.
    handle.exec("update outbox set run_at = 0 where state = 'queued'");
  }

  const survivor = fork(worker, [file]);
  const ended = handle.prepare("select count(*) from outbox where state = 'done'").pluck();
  while (ended.get() !== names.length) {
    handle.exec("update outbox set run_at = 0 where state = 'queued' and run_at > 0");
    await pause(50);
  }
  survivor.kill("SIGKILL");

  expect(count()).toBe(300);
  expect(handle.prepare("select count(*) from (select distinct job, step from effects)").pluck().get()).toBe(300);
  promise("J1", `${crashes} kills of the worker, 300 steps done, 0 missing, 0 doubled`);
});
