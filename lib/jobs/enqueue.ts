import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { outbox } from "@/db/schema/outbox";

type Options = { now: number; runAt?: number; dedupeKey?: string; messageId?: string };

/** Leaves work for the worker, in the same transaction as its cause. With a `dedupeKey` that is already there, answers that job. */
export function enqueue(tx: Transaction, kind: string, payload: unknown, { now, runAt = now, dedupeKey, messageId }: Options): number {
  const job = tx.insert(outbox).values({ kind, payload, runAt, dedupeKey, messageId, createdAt: now }).onConflictDoNothing().returning({ id: outbox.id }).get();
  if (job) return job.id;
  return tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.dedupeKey, dedupeKey!)).get()!.id;
}

/** Gives a job that was parked, or possibly sent, another round of tries. */
export function retryJob(tx: Transaction, id: number, now: number) {
  tx.update(outbox).set({ state: "queued", runAt: now, attempts: 0, finishedAt: null }).where(eq(outbox.id, id)).run();
}
