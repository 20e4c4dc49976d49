import { and, asc, eq, inArray } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";

/** What is planned next with each of these, by what it is called. */
export function nextSubjects(scope: Scope, prospectIds: number[]): Map<number, string> {
  const { activities } = scope;
  if (prospectIds.length === 0) return new Map();
  const found = scope
    .select({ prospectId: activities.prospectId, subject: activities.subject })
    .from(activities)
    .where(and(inArray(activities.prospectId, prospectIds), eq(activities.status, "planned")))
    .orderBy(asc(activities.startsAtUtc), asc(activities.id))
    .all();
  return new Map(found.toReversed().map(({ prospectId, subject }) => [prospectId!, subject]));
}
