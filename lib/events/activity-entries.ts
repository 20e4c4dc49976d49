import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";

export type DoneActivity = ReturnType<typeof rowsOf>[number];

/** Activities by id with the people in them, the earliest first unless said otherwise. */
export function activitiesByKey(scope: Scope, where: SQL, most = 100, first = sql`${scope.activities.startsAtUtc}`): Map<number, DoneActivity> {
  return new Map(rowsOf(scope, where, most, first).map((row) => [row.id, row]));
}

function rowsOf(scope: Scope, where: SQL, most: number, first: SQL) {
  const { activities, users, contacts } = scope;
  const { id, kind, status, subject, notes, result, isAllDay, startsAt, startsAtUtc, doneAt, contactId } = activities;
  return scope
    .select({
      ...{ id, kind, status, subject, notes, result, isAllDay, startsAt, startsAtUtc, doneAt, contactId },
      ownerName: sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${activities.ownerId})`,
      contactName: sql<
        string | null
      >`(select trim(${contacts.givenName} || ' ' || ${contacts.familyName}) from ${contacts} where ${contacts.id} = ${activities.contactId})`,
    })
    .from(activities)
    .where(where)
    .orderBy(first, activities.id)
    .limit(most)
    .all();
}
