import { asc, eq, gt, inArray } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { eventPayloads, events } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { hashOf, payloadHash } from "./record";

/** A place in the chain: an event and its hash. Before the first one there is none. */
export type Place = { id: number; hash: string };
export const start: Place = { id: 0, hash: "" };

/** How far a walk came: the last event that holds, how many were looked at, the first that does not hold, and whether there are no more. */
export type Walked = { at: Place; events: number; broken?: number; isEnd: boolean };

/** Some events from a place on. `places` are events known to have held, by their id: what was written anew from there on, or cut off, does not hold either.
 *  No number is given twice, nor left out: a gap is where events were taken away. */
export function walkSome(reader: Reader, from: Place, places: ReadonlyMap<number, string> = new Map()): Walked {
  const rows = reader
    .select({ event: events, payload: eventPayloads })
    .from(events)
    .leftJoin(eventPayloads, eq(eventPayloads.eventId, events.id))
    .where(gt(events.id, from.id))
    .orderBy(asc(events.id))
    .limit(atOnce)
    .all();
  const known = [...places].filter(([id]) => id > from.id).toSorted(([one], [other]) => one - other);
  let at = from;
  for (const [place, { event, payload }] of rows.entries()) {
    if (known[0] && known[0][0] < event.id) return { at, events: place, broken: at.id + 1, isEnd: false };
    const isNext = event.id === at.id + 1;
    const isLinked = isNext && event.previousHash === at.hash && event.hash === hashOf(event);
    const isKept = payload === null || payloadHash(payload.before, payload.after) === event.payloadSha256;
    const isAsKnown = known[0]?.[0] !== event.id || known.shift()![1] === event.hash;
    if (!isLinked || !isKept || !isAsKnown) return { at, events: place, broken: event.id, isEnd: false };
    at = { id: event.id, hash: event.hash };
  }
  const isEnd = rows.length < atOnce;
  return { at, events: rows.length, isEnd, ...(isEnd && known.length > 0 && { broken: at.id + 1 }) };
}

const atOnce = 1000;

/** Walks the whole chain at once. */
export function walkAll(reader: Reader, places?: ReadonlyMap<number, string>): Walked {
  let walked: Walked = { at: start, events: 0, isEnd: false };
  while (!walked.isEnd && walked.broken === undefined) {
    const more = walkSome(reader, walked.at, places);
    walked = { ...more, events: walked.events + more.events };
  }
  return walked;
}

/** Returns the id of the first event that does not hold, or undefined when all do. */
export function firstBrokenEvent(reader: Reader): number | undefined {
  return walkAll(reader).broken;
}

export type Link = { source: string; isWhole: boolean };

/** Of some events whether each reads as it was written and follows the one before it, as far as the viewer sees that one. */
export function linksOf(scope: Scope, ids: number[]): Map<number, Link> {
  const { events: log, eventPayloads: payloads } = scope;
  const asked = [...new Set(ids.flatMap((id) => [id, id - 1]))];
  const rows = scope.select().from(log).where(inArray(log.id, asked)).all();
  const kept = scope.select().from(payloads).where(inArray(payloads.eventId, ids)).all();
  const hashes = new Map(rows.map(({ id, hash }) => [id, hash]));
  const contents = new Map(kept.map((payload) => [payload.eventId, payload]));
  return new Map(
    rows.map((event) => {
      const payload = contents.get(event.id);
      const before = event.id === 1 ? "" : hashes.get(event.id - 1);
      const isLinked = (before === undefined || before === event.previousHash) && event.hash === hashOf(event);
      const isKept = payload === undefined || payloadHash(payload.before, payload.after) === event.payloadSha256;
      return [event.id, { source: event.source, isWhole: isLinked && isKept }];
    }),
  );
}
