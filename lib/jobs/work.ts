import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/open";
import { type Handlers, isEffect, type SliceHandler } from "@/lib/jobs/handler";
import { claim, type Job, nextRunAt, recoverLeases } from "@/lib/jobs/queue";
import { onceThereIsRoom } from "@/lib/jobs/room";
import { parkUnknown, runEffect, runSlice, yieldJob } from "@/lib/jobs/run";
import { reasonOf } from "@/lib/mail/reason";

type Work = { db: Database; handlers: Handlers; owner: string; signal: AbortSignal; clock: () => number; drainMs?: number };

const pollMs = 200;
const turnMs = 500;
const restMs = 5;
const leaseCheckMs = 30_000;
const usualDrainMs = 6_000;
const lastWordsMs = 1_000;

/** Does jobs until `signal` aborts, then waits a little for the effects under way, ends them and gives back the rest. One per kind of effect at a
 *  time; slices take turns. */
export async function work({ db, handlers, owner, signal, clock, drainMs = usualDrainMs }: Work) {
  const withRoom = <Result>(deed: () => Result) => onceThereIsRoom(deed, signal);
  await withRoom(() => recoverLeases(db, clock(), Number.POSITIVE_INFINITY));
  const effects = new Map<string, Promise<void>>();
  const cut = new AbortController();
  let leasesCheckedAt = clock();

  while (!signal.aborted) {
    if (clock() - leasesCheckedAt > leaseCheckMs) {
      await withRoom(() => recoverLeases(db, clock(), clock(), owner));
      leasesCheckedAt = clock();
    }
    const job = await withRoom(() => claim(db, { owner, now: clock(), handlers, busyKinds: [...effects.keys()] }));
    if (!job) {
      await untilSomethingChanges(db, effects, signal, clock);
      continue;
    }
    const handler = handlers[job.kind];
    if (!handler) await withRoom(() => parkUnknown(db, job, clock()));
    else if (isEffect(handler)) {
      const running = runEffect(db, job, handler, { owner, now: clock(), clock, stop: signal, cut: cut.signal }).finally(() => effects.delete(job.kind));
      effects.set(job.kind, running);
    } else {
      await takeTurn(db, job, handler, { owner, clock, signal });
    }
  }
  await within(drainMs, effects);
  cut.abort(new Error(reasonOf("mails.failures.stopped")));
  await within(lastWordsMs, effects);
  if (effects.size > 0) recoverLeases(db, clock(), Number.POSITIVE_INFINITY);
}

async function within(ms: number, effects: Map<string, Promise<void>>) {
  await Promise.race([Promise.all(effects.values()), pause(ms, undefined, { ref: false })]);
}

/** A long job gives way after half a second, so that a short one never waits for its end. */
async function takeTurn(db: Database, job: Job, handler: SliceHandler, { owner, clock, signal }: Pick<Work, "owner" | "clock" | "signal">) {
  const startedAt = clock();
  let sliceAt = startedAt;
  const withRoom = <Result>(deed: () => Result) => onceThereIsRoom(deed, signal);
  while ((await withRoom(() => runSlice(db, job, handler, { owner, now: clock() }))) === "more") {
    const sliceMs = clock() - sliceAt;
    if (signal.aborted || clock() - startedAt > turnMs) return withRoom(() => yieldJob(db, job, { owner, now: clock() }));
    // Whoever waits for the write lock only looks for it now and then: it must be free as long as it was held.
    await pause(Math.max(restMs, sliceMs));
    sliceAt = clock();
  }
}

/** Until a job comes due, or an effect ends. One look into an index costs as little as asking whether anybody wrote. */
async function untilSomethingChanges(db: Database, effects: Map<string, Promise<void>>, signal: AbortSignal, clock: () => number) {
  const running = effects.size;
  const isDue = () => (nextRunAt(db, [...effects.keys()]) ?? Number.POSITIVE_INFINITY) <= clock();
  while (!signal.aborted && effects.size === running && !isDue()) await pause(pollMs);
}
