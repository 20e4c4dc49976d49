import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { origins } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { enqueue } from "@/lib/jobs/enqueue";
import { followMerge } from "@/lib/lists/merged-choice";
import { placedAmong } from "@/lib/picklists/place";
import type { OriginEdit, OriginInput } from "./forms";

type Row = typeof origins.$inferSelect;

/** Codes are upper case. Throws when another origin has it, also a retired one. */
export function createOrigin(tx: Transaction, { code, name, color, place }: OriginInput, now: number): Change {
  const upper = code.toUpperCase();
  if (tx.select({ id: origins.id }).from(origins).where(eq(origins.code, upper)).get()) throw new RuleError("origins.taken_code", "code");
  const made = tx.insert(origins).values({ code: upper, name, color, createdAt: now, updatedAt: now }).returning().get();
  return { kind: "origin", id: made.id, before: null, after: placed(tx, made, place) };
}

/** The code stays once it is given; without a place it stays where it is. */
export function editOrigin(tx: Transaction, origin: Pick<Row, "id">, { name, color, place }: OriginEdit, now: number): Change {
  const { before, after } = changed(tx, origin, { name, color }, now);
  return { kind: "origin", id: origin.id, before, after: place === undefined ? after : placed(tx, after, place) };
}

/** A retired origin stays with the records that hold it and is offered to no other. One that is offered again is what it was, though it had been merged:
 *  whoever the worker has not reached yet keeps it. */
export function offerOrigin(tx: Transaction, origin: Pick<Row, "id">, isActive: boolean, now: number): Change {
  return { kind: "origin", id: origin.id, ...changed(tx, origin, { isActive, ...(isActive && { mergedIntoId: null }) }, now) };
}

/** Retires one origin and leaves whoever came by it to the worker, in one batch. Views follow at once. Throws for two that are the same, and for one
 *  that is retired itself. */
export function mergeOrigins(tx: Transaction, { from, into }: { from: Row; into: Row }, { userId, now }: { userId: number | null; now: number }): Change {
  if (from.id === into.id) throw new RuleError("settings.merge_itself", "intoId");
  if (!into.isActive) throw new RuleError("not_in_list", "intoId");
  const batchId = randomUUID();
  enqueue(tx, "origins.merge", { fromId: from.id, batchId, userId }, { now });
  const also = followMerge(tx, { choice: "origin", fromId: from.id, intoId: into.id, now });
  return { kind: "origin", id: from.id, ...changed(tx, from, { isActive: false, mergedIntoId: into.id }, now), batchId, also };
}

function changed(tx: Transaction, { id }: Pick<Row, "id">, values: Partial<Row>, now: number): { before: Row; after: Row } {
  const before = tx.select().from(origins).where(eq(origins.id, id)).get()!;
  const after = tx
    .update(origins)
    .set({ ...values, updatedAt: now, version: before.version + 1 })
    .where(eq(origins.id, id))
    .returning()
    .get();
  return { before, after };
}

function placed(tx: Transaction, origin: Row, place?: number): Row {
  const all = tx.select().from(origins).orderBy(origins.position, origins.id).all();
  return placedAmong(all, origin, place, (id, position) => tx.update(origins).set({ position }).where(eq(origins.id, id)).run());
}
