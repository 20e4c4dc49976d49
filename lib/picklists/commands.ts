import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { picklistOptions } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { enqueue } from "@/lib/jobs/enqueue";
import { followMerge } from "@/lib/lists/merged-choice";
import type { OptionEdit, OptionInput } from "./forms";
import { placedAmong } from "./place";

type Row = typeof picklistOptions.$inferSelect;

/** Codes are upper case. Throws when another option of the list has it, also a retired one. */
export function createOption(tx: Transaction, { list, code, name, color, place }: OptionInput): Change {
  const upper = code.toUpperCase();
  const taken = tx
    .select({ id: picklistOptions.id })
    .from(picklistOptions)
    .where(and(eq(picklistOptions.list, list), eq(picklistOptions.code, upper)))
    .get();
  if (taken) throw new RuleError("settings.taken_code", "code");
  const made = tx.insert(picklistOptions).values({ list, code: upper, name, color }).returning().get();
  return { kind: "picklist_option", id: made.id, before: null, after: placed(tx, made, place) };
}

/** The code stays once it is given. */
export function editOption(tx: Transaction, option: Pick<Row, "id">, { name, color, place }: OptionEdit): Change {
  const { before, after } = changed(tx, option, { name, color });
  return { kind: "picklist_option", id: option.id, before, after: place === undefined ? after : placed(tx, after, place) };
}

/** A retired option stays with the records that hold it and is offered to no other. One that is offered again is what it was, though it had been merged:
 *  whoever the worker has not reached yet keeps it. */
export function offerOption(tx: Transaction, option: Pick<Row, "id">, isActive: boolean): Change {
  return { kind: "picklist_option", id: option.id, ...changed(tx, option, { isActive, ...(isActive && { mergedIntoId: null }) }) };
}

/** Retires one option and leaves its records to the worker, who gives them the other in one batch: they may be a million. Views follow at once.
 *  Throws for two that are the same or of two lists, and for one that is retired itself. */
export function mergeOptions(tx: Transaction, { from, into }: { from: Row; into: Row }, { userId, now }: { userId: number | null; now: number }): Change {
  if (from.id === into.id) throw new RuleError("settings.merge_itself", "intoId");
  if (from.list !== into.list || !into.isActive) throw new RuleError("not_in_list", "intoId");
  const batchId = randomUUID();
  enqueue(tx, "picklists.merge", { fromId: from.id, batchId, userId }, { now });
  const also = followMerge(tx, { choice: from.list, fromId: from.id, intoId: into.id, now });
  return { kind: "picklist_option", id: from.id, ...changed(tx, from, { isActive: false, mergedIntoId: into.id }), batchId, also };
}

function changed(tx: Transaction, { id }: Pick<Row, "id">, values: Partial<Row>): { before: Row; after: Row } {
  const before = tx.select().from(picklistOptions).where(eq(picklistOptions.id, id)).get()!;
  const after = tx
    .update(picklistOptions)
    .set({ ...values, version: before.version + 1 })
    .where(eq(picklistOptions.id, id))
    .returning()
    .get();
  return { before, after };
}

function placed(tx: Transaction, option: Row, place?: number): Row {
  const { list, position, id } = picklistOptions;
  const all = tx.select().from(picklistOptions).where(eq(list, option.list)).orderBy(position, id).all();
  return placedAmong(all, option, place, (one, at) => tx.update(picklistOptions).set({ position: at }).where(eq(id, one)).run());
}
