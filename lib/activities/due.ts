import { and, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { addDays, toInstant } from "@/lib/core/dates";
import { longestDays } from "./rules";
import { isLong, isShort } from "./spans";

/** What is late and what is for today on the viewer's clock, as conditions on what is planned. The others bound where such work
 *  can begin, so that an index is sought. */
export function dueOf(scope: Scope): Record<"isLate" | "isToday" | "soon" | "lately" | "near" | "long", SQL> {
  const { today, zone } = scope.viewer;
  const startOf = (day: string) => toInstant(`${day}T00:00`, zone).instant;
  const { isAllDay, startsAt, endsAt, startsAtUtc, endsAtUtc } = scope.activities;
  const [dawn, midnight] = [startOf(today), startOf(addDays(today, 1))];
  const isUnderWay = sql`(${isLong(scope)} and ${endsAtUtc} > ${dawn})`;
  // A whole day of another zone begins up to a day beside its date; what lasts longer is few and has its own index.
  const soon = lt(startsAtUtc, startOf(addDays(today, 2)));
  const lately = gte(startsAtUtc, startOf(addDays(today, -longestDays - 1)));
  return {
    // A whole day belongs to its date, whatever the zone it was planned in; what takes days is late when they are over.
    isLate: sql`(case when ${isAllDay} then ${endsAt} <= ${today} else ${startsAtUtc} < ${dawn} and not ${isUnderWay} end)`,
    isToday: sql`(case when ${isAllDay} then ${startsAt} <= ${today} and ${endsAt} > ${today} else (${startsAtUtc} >= ${dawn} or ${isUnderWay}) and ${startsAtUtc} < ${midnight} end)`,
    ...{ soon, lately },
    near: and(isShort(scope), gte(startsAtUtc, startOf(addDays(today, -1))), soon)!,
    long: and(isLong(scope), lately, soon)!,
  };
}
