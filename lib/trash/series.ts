import { and, count, eq, min, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { changeOthers, requireStill, trashedWith } from "@/lib/activities/others";
import { activityRow } from "@/lib/activities/save";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { requireAbove, restoreActivity } from "./commands";
import { findTrashed } from "./found";
import { canRestore } from "./policy";

type Ref = { id: number };

/** How many other times of its series, as far as the viewer sees them, were thrown away in one deed with it. */
export function countAlong(scope: Scope, { id }: Ref): number {
  const { trashedActivities: trashed } = scope;
  const row = scope.select({ repetitionId: trashed.repetitionId, deletedAt: trashed.deletedAt }).from(trashed).where(eq(trashed.id, id)).get();
  if (!row || row.repetitionId === null) return 0;
  const along = and(eq(trashed.repetitionId, row.repetitionId), eq(trashed.deletedAt, row.deletedAt!), ne(trashed.id, id));
  return scope.select({ rows: count() }).from(trashed).where(along).get()!.rows;
}

/** Brings back all that was thrown away in one deed with it: some at once, the rest by the worker, in one batch. The series stays ended.
 *  Throws while it is still being changed, when one of them is not the viewer's to bring back, and while what one is filed under is in the trash. */
export function restoreSeries(tx: Transaction, scope: Scope, { id }: Ref, { userId, now }: { userId: number | null; now: number }): Change & { along: number } {
  const row = activityRow(tx, id);
  const trashedAt = row.deletedAt!;
  requireStill(tx, row.repetitionId!);
  requireEach(tx, scope, { repetitionId: row.repetitionId!, trashedAt });
  const { kind, before, after, accountId, prospectId } = restoreActivity(tx, { id }, { now });
  const deed = { name: "activity.restored_along", values: { deletedAt: null }, isMoved: false, trashedAt };
  const { along, ...others } = changeOthers(tx, row, "all", deed, { userId, now });
  return { kind, id, accountId, prospectId, before, after: { ...after, along }, along, ...others };
}

/** Whose it is and what it is filed under decide alike for all that share them. */
function requireEach(tx: Transaction, scope: Scope, series: Parameters<typeof trashedWith>[0]) {
  const unlike = tx
    .select({ id: min(activities.id), accountId: activities.accountId, prospectId: activities.prospectId })
    .from(activities)
    .where(trashedWith(series))
    .groupBy(activities.ownerId, activities.accountId, activities.prospectId)
    .all();
  for (const { id, ...filing } of unlike) {
    const found = findTrashed(scope, { kind: "activity", id: id! });
    if (!found || !canRestore.activity(scope.viewer, found)) throw new RuleError("activities.not_all_yours");
    requireAbove(tx, filing);
  }
}
