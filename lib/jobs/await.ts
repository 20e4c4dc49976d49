import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/open";
import { outbox } from "@/db/schema/outbox";
import type { Job } from "@/lib/jobs/queue";

const longestWaitMs = 5_000;
const pollMs = 50;

/** Waits for a job without holding up others: its state once it ended, or as it stands when the time is over. */
export async function awaitJob(db: Database, dedupeKey: string, ms: number): Promise<Job["state"] | undefined> {
  const limit = AbortSignal.timeout(Math.min(ms, longestWaitMs));
  let state = stateOf(db, dedupeKey);
  while (!hasEnded(state) && !limit.aborted) {
    await pause(pollMs);
    state = stateOf(db, dedupeKey);
  }
  return state;
}

function stateOf(db: Database, dedupeKey: string) {
  return db.select({ state: outbox.state }).from(outbox).where(eq(outbox.dedupeKey, dedupeKey)).get()?.state;
}

function hasEnded(state: Job["state"] | undefined) {
  return state === undefined || state === "done" || state === "possibly_sent" || state === "parked";
}
