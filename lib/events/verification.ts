import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Reader, Transaction } from "@/db/open";
import { outbox } from "@/db/schema/outbox";
import type { Scope } from "@/lib/access/scope";
import { type Place, start, type Walked } from "./verify";

export const verifyKind = "events.verify";

/** What a look at the log found, kept with the job that looked: from which event and until which, and the first that did not hold.
 *  `since` is 0 of a look that began with the first event. */
const verification = z.object({
  at: z.number(),
  since: z.number().int(),
  until: z.number().int(),
  hash: z.string(),
  events: z.number().int(),
  broken: z.number().int().optional(),
  isEnd: z.boolean(),
});
export type Verification = z.output<typeof verification>;

export function verificationOf({ at: { id, hash }, events, broken, isEnd }: Walked, { since, at }: { since: number; at: number }): Verification {
  return { at, since, until: id, hash, events, ...(broken !== undefined && { broken }), isEnd };
}

/** Notes a look that no job took, as one that is done. */
export function keepVerification(tx: Transaction, found: Verification) {
  const { at } = found;
  tx.insert(outbox).values({ kind: verifyKind, payload: {}, progress: found, state: "done", runAt: at, createdAt: at, finishedAt: at }).run();
}

/** Events that held when they were looked at, by their id: until where each look came. */
export function keptPlaces(reader: Reader): Map<number, string> {
  const rows = reader
    .select({ progress: outbox.progress })
    .from(outbox)
    .where(and(eq(outbox.state, "done"), eq(outbox.kind, verifyKind), isNotNull(outbox.progress)))
    .all();
  return new Map(
    rows.flatMap(({ progress }): [number, string][] => {
      const { success, data } = verification.safeParse(progress);
      return success && data.until > 0 && data.broken === undefined ? [[data.until, data.hash]] : [];
    }),
  );
}

const week = 7 * 24 * 3_600_000;
/** A weekly look that is asked for at the same hour as the last one is not put off by a few minutes. */
const slack = 3_600_000;

/** Where today's look begins: after the last one, and once a week, or as long as something does not hold, with the first event. */
export function nextPlace(reader: Reader, now: number): Place {
  const { last, whole } = latest((isWhole) =>
    reader
      .select({ progress: outbox.progress })
      .from(outbox)
      .where(and(eq(outbox.state, "done"), eq(outbox.kind, verifyKind), isNotNull(outbox.progress), isWhole ? wholeLook(outbox.progress) : undefined))
      .orderBy(desc(outbox.id))
      .limit(1)
      .get(),
  );
  const isSound = whole !== undefined && last?.broken === undefined && whole.broken === undefined;
  return isSound && last && now - whole.at < week - slack ? { id: last.until, hash: last.hash } : start;
}

/** What the last look at the log found, and the last one that went through all of it. */
export function lastVerification(scope: Scope): { last?: Verification; whole?: Verification } {
  const { logLooks } = scope;
  return latest((isWhole) =>
    scope
      .select({ progress: logLooks.progress })
      .from(logLooks)
      .where(and(eq(logLooks.state, "done"), eq(logLooks.kind, verifyKind), isWhole ? wholeLook(logLooks.progress) : undefined))
      .orderBy(desc(logLooks.id))
      .limit(1)
      .get(),
  );
}

function latest(find: (isWhole: boolean) => { progress: unknown } | undefined): { last?: Verification; whole?: Verification } {
  const read = (isWhole: boolean) => verification.safeParse(find(isWhole)?.progress).data;
  return { last: read(false), whole: read(true) };
}

function wholeLook(progress: typeof outbox.progress | Scope["logLooks"]["progress"]) {
  return sql`${progress} ->> 'since' = 0 and (${progress} ->> 'isEnd' or ${progress} ->> 'broken' is not null)`;
}
