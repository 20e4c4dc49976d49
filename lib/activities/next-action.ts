import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities, prospects } from "@/db/schema";

/** Keeps on the prospect its earliest planned activity, from which the signal is read. Every change of an activity calls it. */
export function keepNextAction(tx: Transaction, prospectId: number | null) {
  if (prospectId === null) return;
  const next = tx
    .select({ startsAt: activities.startsAt, startsAtUtc: activities.startsAtUtc, isAllDay: activities.isAllDay })
    .from(activities)
    .where(and(eq(activities.prospectId, prospectId), eq(activities.status, "planned"), isNull(activities.deletedAt)))
    .orderBy(activities.startsAtUtc, activities.id)
    .limit(1)
    .get();
  tx.update(prospects)
    .set({ nextActionOn: next?.startsAt.slice(0, 10) ?? null, nextActionAtUtc: next && !next.isAllDay ? next.startsAtUtc : null })
    .where(eq(prospects.id, prospectId))
    .run();
}

/** What was done with a new prospect is its first contact. */
export function markContacted(tx: Transaction, prospectId: number | null) {
  if (prospectId === null) return;
  tx.update(prospects)
    .set({ status: "contacted" })
    .where(and(eq(prospects.id, prospectId), eq(prospects.status, "new")))
    .run();
}
