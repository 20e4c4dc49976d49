import { expect } from "vitest";
import type { Database } from "@/db/open";
import { changeRest } from "@/lib/activities/others";
import { repeat } from "@/lib/activities/repetitions";
import { claim } from "@/lib/jobs/queue";
import { runSlice } from "@/lib/jobs/run";

const handlers = { "activities.change_others": changeRest, "activities.repeat": repeat };

/** What a worker does with series until `until`, each piece told to `onPiece` with the milliseconds it took. */
export function workOffSeries(db: Database, until: number, onPiece?: (ms: number) => void) {
  for (let round = 0; ; round += 1) {
    const job = claim(db, { owner: "w", now: until, handlers });
    if (!job) return;
    expect(round).toBeLessThan(100);
    const handler = handlers[job.kind as keyof typeof handlers];
    const piece = () => {
      const startedAt = performance.now();
      const outcome = runSlice(db, job, handler, { owner: "w", now: until });
      onPiece?.(performance.now() - startedAt);
      return outcome;
    };
    while (piece() === "more");
  }
}
