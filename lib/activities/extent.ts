import { count, inArray, min } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { RuleError } from "@/lib/core/errors";
import { type Activity, findActivity } from "./queries";
import { rowsOf } from "./rows";
import type { Extent } from "./rules";
import type { Row } from "./save";

/** Throws when one of the times that a change is for is not seen, or `may` says no to it. */
export function requireExtent(tx: Transaction, scope: Scope, activity: Row, extent: Extent, may: (row: Activity) => boolean) {
  if (extent === "this" || activity.repetitionId === null) return;
  const a = scope.activities;
  const ids = tx.select({ id: activities.id }).from(activities).where(rowsOf(activity, extent));
  const seen = scope.select({ rows: count() }).from(a).where(inArray(a.id, ids)).get()!;
  // Whose it is and what it is about decide alike for all that share them.
  const unlike = tx
    .select({ id: min(activities.id), rows: count() })
    .from(activities)
    .where(rowsOf(activity, extent))
    .groupBy(activities.ownerId, activities.accountId, activities.prospectId)
    .all();
  if (seen.rows < unlike.reduce((sum, { rows }) => sum + rows, 0)) throw new RuleError("activities.not_all_yours");
  for (const { id } of unlike) {
    const row = findActivity(scope, id!);
    if (!row || !may(row)) throw new RuleError("activities.not_all_yours");
  }
}
