import { and, eq, inArray, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { type Activity, findActivity } from "./queries";
import { rowsOf } from "./repetitions";
import type { Extent } from "./rules";

type Row = typeof activities.$inferSelect;

/** Throws when one of the times that a change is for is not seen, or `may` says no to it. */
export function requireExtent(tx: Transaction, scope: Scope, activity: Row, extent: Extent, may: (row: Activity) => boolean) {
  if (extent === "this" || activity.repetitionId === null) return;
  const a = scope.activities;
  const rows = tx.select().from(activities).where(rowsOf(activity, extent)).all();
  const seen = scope
    .select({ id: a.id })
    .from(a)
    .where(inArray(a.id, tx.select({ id: activities.id }).from(activities).where(rowsOf(activity, extent))))
    .all();
  if (seen.length < rows.length) throw new RuleError("activities.not_all_yours");
  // Whose it is and what it is about decide alike for all that share them.
  const unlike = new Map(rows.map((row) => [[row.ownerId, row.accountId, row.prospectId].join(), row.id]));
  for (const id of unlike.values()) {
    const row = findActivity(scope, id);
    if (!row || !may(row)) throw new RuleError("activities.not_all_yours");
  }
}

/** The other times that a change is for, as they stand. */
export function othersOf(tx: Transaction, activity: Row, extent: Extent): Row[] {
  return tx
    .select()
    .from(activities)
    .where(and(rowsOf(activity, extent), ne(activities.id, activity.id)))
    .orderBy(activities.occurrence, activities.id)
    .all();
}

/** What each of the others was and has become, told one by one. */
export function told(tx: Transaction, name: string, others: Row[]): NonNullable<Change["also"]> {
  return others.map((before) => {
    const after = tx.select().from(activities).where(eq(activities.id, before.id)).get()!;
    const { id, accountId, prospectId } = after;
    return { name, change: { kind: "activity", id, accountId, prospectId, before, after } };
  });
}
