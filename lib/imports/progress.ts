import { eq } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { outbox } from "@/db/schema/outbox";

/** How far a job is; `total` is 0 while nobody knows. A stopped one was tried too often. */
export function progressOf(reader: Reader, dedupeKey: string): { done: number; total: number; isStopped: boolean } {
  const job = reader
    .select({ state: outbox.state, progress: outbox.progress, payload: outbox.payload })
    .from(outbox)
    .where(eq(outbox.dedupeKey, dedupeKey))
    .get();
  const { done = 0 } = (job?.progress ?? {}) as { done?: number };
  const { total = 0 } = (job?.payload ?? {}) as { total?: number };
  return { done, total, isStopped: job?.state === "parked" };
}
