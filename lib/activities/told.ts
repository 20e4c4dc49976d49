import { and, eq, exists, gt, inArray, isNull, max, not } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities, events } from "@/db/schema";

/** The newest event there is: what is told later came after it, whatever a clock says. */
export function newestEvent(tx: Transaction): number {
  return (
    tx
      .select({ id: max(events.id) })
      .from(events)
      .get()?.id ?? 0
  );
}

/** Nothing has been told of the activity since that event. */
export function isUntouchedSince(tx: Transaction, event: number) {
  return not(
    exists(
      tx
        .select({ id: events.id })
        .from(events)
        .where(and(ofActivity, gt(events.id, event))),
    ),
  );
}

/** One of many that was never edited without the others, nor in the trash while they were: those that changed with it were told in its batch. */
export function isLikeTheOthers(tx: Transaction) {
  const alone = and(ofActivity, inArray(events.name, ["activity.edited", "activity.restored"]), isNull(events.batchId));
  return not(exists(tx.select({ id: events.id }).from(events).where(alone)));
}

const ofActivity = and(eq(events.subjectKind, "activity"), eq(events.subjectId, activities.id));
