import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { changeActivityFields } from "./change-fields";

/** A transaction may hold the others up for 20 ms. */
const mostAlong = 100;

/** What one person still had to do about an account or a prospect goes along to its new owner. Throws when it is more than one deed may carry. */
export function giveOpenWork(
  tx: Transaction,
  about: { accountId: number } | { prospectId: number },
  { from, to, now }: { from: number; to: number; now: number },
): NonNullable<Change["also"]> {
  const filed = "accountId" in about ? eq(activities.accountId, about.accountId) : eq(activities.prospectId, about.prospectId);
  const open = tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(filed, eq(activities.ownerId, from), eq(activities.status, "planned"), isNull(activities.deletedAt)))
    .limit(mostAlong + 1)
    .all();
  if (open.length > mostAlong) throw new RuleError("activities.too_many_along", "takesActivities", { max: mostAlong });
  return open.flatMap((activity) => {
    const change = changeActivityFields(tx, activity, { ownerId: to }, now);
    return change ? [{ name: "activity.edited", change }] : [];
  });
}
