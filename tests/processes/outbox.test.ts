import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, type Database, openDatabase } from "@/db/open";
import { outbox } from "@/db/schema/outbox";
import { write } from "@/db/write";
import { awaitJob } from "@/lib/jobs/await";
import { enqueue, retryJob } from "@/lib/jobs/enqueue";
import type { EffectContext, Handlers, JobHandler } from "@/lib/jobs/handler";
import { backoff, claim, recoverLeases } from "@/lib/jobs/queue";
import { runEffect, runSlice } from "@/lib/jobs/run";
import { work } from "@/lib/jobs/work";

const minute = 60_000;
const stops: AbortController[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort();
});

test("a job is left in the transaction of its cause, and only once per key", () => {
  const db = queueDatabase();
  expect(() =>
    write(db, (tx) => {
      enqueue(tx, "a", {}, { now: 1 });
      throw new Error("no");
    }),
  ).toThrow("no");
  const ids = [1, 2].map((now) => write(db, (tx) => enqueue(tx, "a", { now }, { now, dedupeKey: "k" })));
  expect(ids).toEqual([1, 1]);
  expect(jobs(db)).toMatchObject([{ id: 1, payload: { now: 1 }, state: "queued" }]);
});

test("jobs are taken in the order they come due, never early, never twice", () => {
  const db = queueDatabase();
  write(db, (tx) => [30, 10, 20].map((runAt) => enqueue(tx, "a", {}, { now: 0, runAt })));
  const take = (now: number) => claim(db, { owner: "w", now, handlers: {} })?.runAt;
  expect([take(5), take(25), take(25), take(25), take(30)]).toEqual([undefined, 10, 20, undefined, 30]);
});

test("a slice's effect, its cursor and its progress commit together", () => {
  const { db, run } = sliced({
    slice: (tx, _payload, cursor) => {
      tx.run(sql`insert into effects values (${cursor ?? 0})`);
      if (cursor === 1) throw new Error("se cayó");
      return { cursor: ((cursor as number | null) ?? 0) + 1, progress: { rows: 1 } };
    },
  });
  expect([run(), run()]).toEqual(["more", "ended"]);
  expect(db.all(sql`select * from effects`)).toHaveLength(1);
  expect(jobs(db)).toMatchObject([{ state: "queued", cursor: 1, progress: { rows: 1 }, lastError: "se cayó", leaseOwner: null }]);
});

test("a job that keeps failing is parked after eight tries, and can be tried again", () => {
  const db = queueDatabase();
  const handler = { slice: () => { throw new Error("veneno"); } }; // biome-ignore format: one line reads better
  write(db, (tx) => enqueue(tx, "a", {}, { now: 0 }));
  let tries = 0;
  for (let now = 0; jobs(db)[0]?.state === "queued"; now += 1000 * minute) {
    const job = claim(db, { owner: "w", now, handlers: { a: handler } })!;
    runSlice(db, job, handler, { owner: "w", now });
    tries += 1;
  }
  expect([tries, jobs(db)[0]?.state, jobs(db)[0]?.lastError]).toEqual([8, "parked", "veneno"]);
  write(db, (tx) => retryJob(tx, 1, 5));
  expect(jobs(db)).toMatchObject([{ state: "queued", attempts: 0, runAt: 5 }]);
});

test("waits grow from one minute to six hours, a fifth more or less", () => {
  expect([1, 2, 3, 8].map((attempts) => backoff(attempts, 0.5))).toEqual([minute, 3 * minute, 9 * minute, 360 * minute]);
  expect([backoff(1, 0), backoff(1, 1)]).toEqual([48_000, 72_000]);
});

test("a worker that lost its lease changes nothing", () => {
  const { db, job, run } = sliced({ slice: () => ({ done: true }) });
  recoverLeases(db, 10, Number.POSITIVE_INFINITY);
  const again = claim(db, { owner: "second", now: 10 * minute, handlers: {} });
  expect(again?.id).toBe(job.id);
  expect(run()).toBe("ended");
  expect(jobs(db)).toMatchObject([{ state: "running", leaseOwner: "second" }]);
});

test("what was being sent when the worker died is possibly sent; what can be repeated starts over", () => {
  const db = queueDatabase();
  const handlers: Handlers = { mail: effect(false), pdf: effect(true) };
  write(db, (tx) => ["mail", "pdf"].map((kind) => enqueue(tx, kind, {}, { now: 0 })));
  for (const _ of ["mail", "pdf"]) claim(db, { owner: "w", now: 0, handlers });
  expect(jobs(db).map(({ state }) => state)).toEqual(["sending", "running"]);

  expect(recoverLeases(db, 1000)).toBe(0);
  // Whoever is still at it keeps it, however late.
  expect(recoverLeases(db, 10 * minute, 10 * minute, "w")).toBe(0);
  expect(recoverLeases(db, 10 * minute, 10 * minute, "another")).toBe(2);
  expect(jobs(db).map(({ state }) => state)).toEqual(["possibly_sent", "queued"]);
});

test("a message keeps its id from try to try", async () => {
  const db = queueDatabase();
  const seen: string[] = [];
  const handler = effect(false, async ({ messageId }) => {
    seen.push(messageId);
    if (seen.length === 1) throw new Error("451");
  });
  write(db, (tx) => enqueue(tx, "mail", {}, { now: 0 }));
  for (const now of [0, 10 * minute]) {
    const job = claim(db, { owner: "w", now, handlers: { mail: handler } })!;
    await runEffect(db, job, handler, { owner: "w", now, clock: () => now });
  }
  expect(jobs(db)).toMatchObject([{ state: "done", attempts: 2 }]);
  expect(new Set(seen).size).toBe(1);
});

test("an effect that does not end in time is possibly sent, and does not hold the others up", async () => {
  const db = queueDatabase();
  const hangs = { ...effect(false, () => new Promise(() => undefined)), limitMs: 20 };
  start(db, { mail: hangs, other: { slice: () => ({ done: true }) } });
  write(db, (tx) => enqueue(tx, "mail", {}, { now: 0, dedupeKey: "mail" }));
  write(db, (tx) => enqueue(tx, "other", {}, { now: 0, dedupeKey: "other" }));
  expect([await awaitJob(db, "other", 5_000), await awaitJob(db, "mail", 5_000)]).toEqual(["done", "possibly_sent"]);
});

test("a job of a kind nobody knows is parked, and a page that waits for one hears of it", async () => {
  const db = queueDatabase();
  start(db, {});
  write(db, (tx) => enqueue(tx, "nada", {}, { now: 0, dedupeKey: "k" }));
  expect(await awaitJob(db, "k", 5_000)).toBe("parked");
  expect(await awaitJob(db, "absent", 5_000)).toBeUndefined();
});

test("a long job gives way to a short one", async () => {
  const db = queueDatabase();
  const order: string[] = [];
  let now = 0;
  const long: JobHandler = {
    slice: () => {
      order.push("long");
      now += 300;
      return order.length < 20 ? { cursor: 1 } : { done: true };
    },
  };
  const short: JobHandler = {
    slice: () => {
      order.push("short");
      return { done: true };
    },
  };
  write(db, (tx) => [enqueue(tx, "long", {}, { now: 0, dedupeKey: "long" }), enqueue(tx, "short", {}, { now: 1 })]);
  start(db, { long, short }, () => now);
  expect(await awaitJob(db, "long", 5_000)).toBe("done");
  expect(order.indexOf("short")).toBeLessThan(5);
});

function queueDatabase(): Database {
  const handle = openDatabase(":memory:");
  applyMigrations(handle);
  handle.exec("create table effects (step integer not null) strict");
  return connect(handle);
}

function jobs(db: Database) {
  return db.select().from(outbox).orderBy(outbox.id).all();
}

function sliced(handler: Extract<JobHandler, { slice: unknown }>) {
  const db = queueDatabase();
  write(db, (tx) => enqueue(tx, "a", {}, { now: 0 }));
  const job = claim(db, { owner: "w", now: 0, handlers: { a: handler } })!;
  return { db, job, run: () => runSlice(db, job, handler, { owner: "w", now: 0 }) };
}

function effect(repeatable: boolean, act: (context: EffectContext) => Promise<void> = async () => undefined) {
  return { effect: (_payload: unknown, context: EffectContext) => act(context), repeatable };
}

function start(db: Database, handlers: Handlers, clock: () => number = () => 1000) {
  const stop = new AbortController();
  stops.push(stop);
  void work({ db, handlers, owner: "w", signal: stop.signal, clock });
}
