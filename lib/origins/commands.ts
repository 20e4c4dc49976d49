import { randomUUID } from "node:crypto";
import { eq, max } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { origins } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { enqueue } from "@/lib/jobs/enqueue";
import { followMerge } from "@/lib/lists/merged-choice";

type Row = typeof origins.$inferSelect;

/** Codes are upper case. Throws when another origin has it, also a retired one. */
export function createOrigin(tx: Transaction, { code, name }: { code: string; name: string }, now: number): Change {
  const upper = code.toUpperCase();
  if (tx.select({ id: origins.id }).from(origins).where(eq(origins.code, upper)).get()) throw new RuleError("origins.taken_code", "code");
  const last =
    tx
      .select({ position: max(origins.position) })
      .from(origins)
      .get()?.position ?? 0;
  const after = tx
    .insert(origins)
    .values({ code: upper, name, position: last + 1, createdAt: now, updatedAt: now })
    .returning()
    .get();
  return { kind: "origin", id: after.id, before: null, after };
}

/** The name only: the code stays once it is given. */
export function renameOrigin(tx: Transaction, origin: Pick<Row, "id">, name: string, now: number): Change {
  return changed(tx, origin, { name }, now);
}

/** A retired origin stays with the records that hold it and is offered to no other. One that is offered again is what it was, though it had been merged:
 *  whoever the worker has not reached yet keeps it. */
export function offerOrigin(tx: Transaction, origin: Pick<Row, "id">, isActive: boolean, now: number): Change {
  return changed(tx, origin, { isActive, ...(isActive && { mergedIntoId: null }) }, now);
}

/** Retires one origin and leaves whoever came by it to the worker, in one batch. Views follow at once. Throws for two that are the same, and for one
 *  that is retired itself. */
export function mergeOrigins(tx: Transaction, { from, into }: { from: Row; into: Row }, { userId, now }: { userId: number | null; now: number }): Change {
  if (from.id === into.id) throw new RuleError("settings.merge_itself", "intoId");
  if (!into.isActive) throw new RuleError("not_in_list", "intoId");
  const batchId = randomUUID();
  enqueue(tx, "origins.merge", { fromId: from.id, batchId, userId }, { now });
  const also = followMerge(tx, { choice: "origin", fromId: from.id, intoId: into.id, now });
  return { ...changed(tx, from, { isActive: false, mergedIntoId: into.id }, now), batchId, also };
}

function changed(tx: Transaction, { id }: Pick<Row, "id">, values: Partial<Row>, now: number): Change {
  const before = tx.select().from(origins).where(eq(origins.id, id)).get()!;
  const after = tx
    .update(origins)
    .set({ ...values, updatedAt: now, version: before.version + 1 })
    .where(eq(origins.id, id))
    .returning()
    .get();
  return { kind: "origin", id, before, after };
}
