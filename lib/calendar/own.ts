import { and, asc, desc, eq, gte, lt } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { shown } from "@/lib/activities/queries";
import { takesPlace } from "./queries";

const day = 86_400_000;
const daysBack = 90;
const daysAhead = 400;
const mostAhead = 2_000;
const mostBack = 500;

/** What somebody has to do and did about now, for a calendar elsewhere: the next first when it is too much. `now` in UTC milliseconds. */
export function ownActivities(scope: Scope, userId: number, now: number) {
  const { activities } = scope;
  const within = (from: number, to: number) =>
    scope
      .select({ ...shown(scope), updatedAt: activities.updatedAt })
      .from(activities)
      .where(and(eq(activities.ownerId, userId), gte(activities.startsAtUtc, from), lt(activities.startsAtUtc, to), takesPlace(scope)));
  const back = within(now - daysBack * day, now)
    .orderBy(desc(activities.startsAtUtc), desc(activities.id))
    .limit(mostBack)
    .all();
  const ahead = within(now, now + daysAhead * day)
    .orderBy(asc(activities.startsAtUtc), asc(activities.id))
    .limit(mostAhead)
    .all();
  return [...back.reverse(), ...ahead];
}
