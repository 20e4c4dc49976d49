import { asc, eq, gt, inArray } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { eventPayloads, events } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { hashOf, payloadHash } from "./record";

/** Walks the whole chain. Returns the id of the first event that does not hold, or undefined when all do. */
export function firstBrokenEvent(reader: Reader): number | undefined {
  let previousHash = "";
  let after = 0;
  for (;;) {
    const rows = reader
      .select({ event: events, payload: eventPayloads })
      .from(events)
      .leftJoin(eventPayloads, eq(eventPayloads.eventId, events.id))
      .where(gt(events.id, after))
      .orderBy(asc(events.id))
      .limit(1000)
      .all();
    if (rows.length === 0) return undefined;
    for (const { event, payload } of rows) {
      const isLinked = event.previousHash === previousHash && event.hash === hashOf(event);
      const isKept = payload === null || payloadHash(payload.before, payload.after) === event.payloadSha256;
      if (!isLinked || !isKept) return event.id;
      previousHash = event.hash;
      after = event.id;
    }
  }
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
