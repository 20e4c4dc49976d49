import type { Database, Transaction } from "@/db/open";

export type SliceContext = { jobId: number; now: number };
export type SliceResult = { cursor: unknown; progress?: unknown } | { done: true; progress?: unknown };

/** Work inside the database, at most about 200 rows and 20 ms at a time; each piece commits together with how far it came. */
export type SliceHandler = { slice(tx: Transaction, payload: unknown, cursor: unknown, context: SliceContext): SliceResult };

/** `handOver` marks, on disk, the moment from which the deed may be done though nobody says so. */
export type EffectContext = { db: Database; jobId: number; now: number; messageId: string; signal: AbortSignal; handOver: () => void };

/** Work outside the database. A `repeatable` one starts over after a crash; any other is then shown as possibly sent.
 *  One that is so `until_handed_over` starts over as long as it had not handed over yet. */
export type EffectHandler = {
  effect(payload: unknown, context: EffectContext): Promise<void>;
  repeatable: boolean | "until_handed_over";
  limitMs?: number;
};

type Ending = { state: "parked" | "possibly_sent" } | { retryAt: number; isCounted: boolean };

/** How an effect ends when it knows better than the queue: whether to try again, and when. */
export class EffectEnded extends Error {
  constructor(
    readonly ending: Ending,
    reason: string,
  ) {
    super(reason);
    this.name = "EffectEnded";
  }
}

export type JobHandler = SliceHandler | EffectHandler;
export type Handlers = Readonly<Record<string, JobHandler>>;

export function isEffect(handler: JobHandler): handler is EffectHandler {
  return "effect" in handler;
}
