import { asc, eq, gt } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { eventPayloads, events } from "@/db/schema";
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
