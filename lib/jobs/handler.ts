import type { Database, Transaction } from "@/db/open";

export type SliceContext = { jobId: number; now: number };
export type SliceResult = { cursor: unknown; progress?: unknown } | { done: true; progress?: unknown };

/** Work inside the database, at most about 200 rows and 20 ms at a time; each piece commits together with how far it came. */
export type SliceHandler = { slice(tx: Transaction, payload: unknown, cursor: unknown, context: SliceContext): SliceResult };

export type EffectContext = { db: Database; jobId: number; now: number; messageId: string; signal: AbortSignal };

/** Work outside the database. A `repeatable` one starts over after a crash; any other is then shown as possibly sent. */
export type EffectHandler = { effect(payload: unknown, context: EffectContext): Promise<void>; repeatable: boolean; limitMs?: number };

export type JobHandler = SliceHandler | EffectHandler;
export type Handlers = Readonly<Record<string, JobHandler>>;

export function isEffect(handler: JobHandler): handler is EffectHandler {
  return "effect" in handler;
}
