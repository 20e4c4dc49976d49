import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";

export type DoneActivity = ReturnType<typeof rowsOf>[number];

/** Activities by id with the people in them, the earliest first. */
export function activitiesByKey(scope: Scope, where: SQL, most = 100): Map<number, DoneActivity> {
  return new Map(rowsOf(scope, where, most).map((row) => [row.id, row]));
}

function rowsOf(scope: Scope, where: SQL, most: number) {
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
    .orderBy(activities.startsAtUtc, activities.id)
    .limit(most)
    .all();
}
