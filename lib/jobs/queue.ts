import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, lte, ne, notInArray } from "drizzle-orm";
import type { Database, Reader, Transaction } from "@/db/open";
import { outbox } from "@/db/schema/outbox";
import { write } from "@/db/write";
import { type Handlers, isEffect } from "@/lib/jobs/handler";
import { reasonOf } from "@/lib/mail/reason";

export type Job = typeof outbox.$inferSelect;
type Claim = { owner: string; now: number; handlers: Handlers; busyKinds?: string[] };

export const triesBeforeParking = 8;
export const leaseMs = 120_000;

const minute = 60_000;
const longestBackoff = 360 * minute;
const unleased = { leaseUntil: null, leaseOwner: null };

/** Takes the job that has been due the longest, or nothing. Kinds named busy are left alone. */
export function claim(db: Database, { owner, now, handlers, busyKinds = [] }: Claim): Job | undefined {
  if (!due(db, now, busyKinds)) return undefined;
  return write(db, (tx) => {
    const job = due(tx, now, busyKinds);
    if (!job) return undefined;
    const handler = handlers[job.kind];
    const isOnce = handler !== undefined && isEffect(handler) && handler.repeatable === false;
    const limit = handler !== undefined && isEffect(handler) ? (handler.limitMs ?? 0) : 0;
    const taken = { state: isOnce ? "sending" : "running", attempts: job.attempts + 1, leaseOwner: owner, leaseUntil: now + limit + leaseMs } as const;
    const messageId = job.messageId ?? `${randomUUID()}@cartera`;
    return tx
      .update(outbox)
      .set({ ...taken, messageId })
      .where(eq(outbox.id, job.id))
      .returning()
      .get();
  });
}

/** Settles what a worker that is gone left in its hands. `until` is now, or `Infinity` when no other worker can be alive.
 *  What `except` holds it is still at, however late. */
export function recoverLeases(db: Database, now: number, until: number = now, except = "") {
  return write(db, (tx) => {
    const held = tx
      .select()
      .from(outbox)
      .where(
        and(inArray(outbox.state, ["running", "sending"]), lte(outbox.leaseUntil, Math.min(until, Number.MAX_SAFE_INTEGER)), ne(outbox.leaseOwner, except)),
      )
      .all();
    for (const job of held) {
      if (job.state === "sending") settle(tx, job, "possibly_sent", now, reasonOf("mails.failures.stopped"));
      else postpone(tx, job, reasonOf("mails.failures.stopped_before"), now);
    }
    return held.length;
  });
}

/** Back to the queue for a later try, or parked when it has had enough. */
export function postpone(tx: Transaction, job: Job, reason: string, now: number) {
  if (job.attempts >= triesBeforeParking) return settle(tx, job, "parked", now, reason);
  const runAt = now + backoff(job.attempts, Math.random());
  tx.update(outbox)
    .set({ ...unleased, state: "queued", runAt, lastError: reason })
    .where(eq(outbox.id, job.id))
    .run();
}

/** Back to the queue for the time its effect asks for; what is not the job's own fault does not count as a try. */
export function defer(tx: Transaction, job: Job, { retryAt, isCounted }: { retryAt: number; isCounted: boolean }, reason: string) {
  const attempts = isCounted ? job.attempts : job.attempts - 1;
  tx.update(outbox)
    .set({ ...unleased, state: "queued", runAt: retryAt, attempts, lastError: reason })
    .where(eq(outbox.id, job.id))
    .run();
}

/** Ends a job for good. */
export function settle(tx: Transaction, job: Job, state: "done" | "possibly_sent" | "parked", now: number, reason: string | null = null) {
  tx.update(outbox)
    .set({ ...unleased, state, finishedAt: now, lastError: reason })
    .where(eq(outbox.id, job.id))
    .run();
}

/** One minute after the first failure, three times as long after each further one, six hours at most; a fifth more or less at random. */
export function backoff(attempts: number, random: number) {
  const wait = Math.min(minute * 3 ** (attempts - 1), longestBackoff);
  return Math.round(wait * (0.8 + 0.4 * random));
}

/** When the next job of a kind that is not busy comes due, if there is one. */
export function nextRunAt(db: Reader, busyKinds: string[]): number | undefined {
  return db
    .select({ runAt: outbox.runAt })
    .from(outbox)
    .where(and(eq(outbox.state, "queued"), notInArray(outbox.kind, busyKinds)))
    .orderBy(asc(outbox.runAt), asc(outbox.id))
    .limit(1)
    .get()?.runAt;
}

function due(db: Reader, now: number, busyKinds: string[]): Job | undefined {
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, "queued"), lte(outbox.runAt, now), notInArray(outbox.kind, busyKinds)))
    .orderBy(asc(outbox.runAt), asc(outbox.id))
    .limit(1)
    .get();
}
