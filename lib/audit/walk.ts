import { and, asc, between, desc, gte, type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";

/** A page looks through so many events at most, as many at once, and says where to go on: the log has no end. */
export const mostLooked = 50_000;
const atOnce = 10_000;

/** The first and the last event that can be of a period. */
export type Bounds = { first: number; last: number };
export type From = { id: number; isBack: boolean };
/** `further` is where the next look begins when there was no end. */
export type Walked = { ids: number[]; further?: number };

/** Ids of the next events that fit, the latest first unless going back. Each look is a range of the log's own key. */
export function walk(scope: Scope, among: (SQL | undefined)[], { bounds, from, wanted }: { bounds: Bounds; from?: From; wanted: number }): Walked {
  const { events } = scope;
  const { first, last } = bounds;
  const isBack = from?.isBack ?? false;
  const ids: number[] = [];
  let at = isBack ? Math.max(from!.id, first - 1) : Math.min(from?.id ?? last + 1, last + 1);
  for (let looked = 0; looked < mostLooked; looked += atOnce) {
    const [low, high] = isBack ? [at + 1, Math.min(at + atOnce, last)] : [Math.max(at - atOnce, first), at - 1];
    if (low > high) return { ids };
    const rows = scope
      .select({ id: events.id })
      .from(events)
      .where(and(between(events.id, low, high), ...among))
      .orderBy(isBack ? asc(events.id) : desc(events.id))
      .limit(wanted - ids.length)
      .all();
    ids.push(...rows.map(({ id }) => id));
    if (ids.length >= wanted) return { ids };
    at = isBack ? high : low;
  }
  return at === (isBack ? last : first) ? { ids } : { ids, further: at };
}

/** Up to so many events a period is looked for in all of them; a longer log was written day by day, and its days are found by halving. */
const mostWhole = 50_000;
/** By how much a clock may have been set back meanwhile. */
const slack = 2 * 86_400_000;

/** `since` and `before` in UTC milliseconds. */
export function boundsOf(scope: Scope, since: number | undefined, before: number | undefined): Bounds {
  const { events } = scope;
  const last = scope.select({ id: events.id }).from(events).orderBy(desc(events.id)).limit(1).get()?.id ?? 0;
  if (last <= mostWhole) return { first: 1, last };
  return {
    first: since === undefined ? 1 : firstFrom(scope, since - slack, last),
    last: before === undefined ? last : Math.min(firstFrom(scope, before + slack, last), last),
  };
}

function firstFrom(scope: Scope, instant: number, last: number): number {
  const { events } = scope;
  let [low, high] = [1, last + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = scope
      .select({ at: sql<number>`${events.at}` })
      .from(events)
      .where(gte(events.id, middle))
      .orderBy(asc(events.id))
      .limit(1)
      .get();
    if (found !== undefined && found.at < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
