import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { eventPayloads, events } from "@/db/schema";
import { canonical, type Values } from "./record";

export type Done = { eventId: number; before: Values; after: Values };

/** What a batch did to one record: the record's own events are few, a batch's may be many. */
export function doneInBatch(tx: Transaction, batchId: string, kind: string, subjectId: number): Done | undefined {
  const found = tx
    .select({ eventId: events.id, before: eventPayloads.before, after: eventPayloads.after })
    .from(events)
    .innerJoin(eventPayloads, eq(eventPayloads.eventId, events.id))
    .where(and(eq(events.subjectKind, kind), eq(events.subjectId, subjectId), sql`+${events.batchId} = ${batchId}`))
    .get();
  return found && { eventId: found.eventId, before: found.before ?? {}, after: found.after ?? {} };
}

/** Field by field: what still stands as it was left goes back to what it was; what somebody changed since is kept, and named. */
export function takenBack({ before, after }: Pick<Done, "before" | "after">, present: Values): { restored: Values; kept: string[] } {
  const isAsLeft = (field: string) => canonical(present[field]) === canonical(after[field]);
  const fields = Object.keys(before);
  return {
    restored: Object.fromEntries(fields.filter(isAsLeft).map((field) => [field, before[field]])),
    kept: fields.filter((field) => !isAsLeft(field)),
  };
}
