import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { dueOf } from "@/lib/activities/due";
import { withNames } from "@/lib/activities/queries";
import { isOpen } from "@/lib/prospects/signals";

/** A day's work shows so many of each; what is done makes room for the next. */
const most = 20;
export type Some<Row> = { rows: Row[]; hasMore: boolean };
export type DayLine = ReturnType<typeof dayOfWork>["today"]["rows"][number];
export type Waiting = ReturnType<typeof withoutAction>["rows"][number];

/** What one person has to do: what is late, what is for today, and whom nobody remembers. */
export function dayOfWork(scope: Scope, userId: number) {
  const { isLate, isToday, soon, near, long } = dueOf(scope);
  return {
    overdue: some(scope, plannedOf(scope, userId, and(soon, isLate)!)),
    today: some(scope, [...plannedOf(scope, userId, and(long, isToday)!), ...plannedOf(scope, userId, and(near, isToday)!)]),
    waiting: withoutAction(scope, userId),
  };
}

function plannedOf(scope: Scope, userId: number, when: SQL) {
  const { activities: a } = scope;
  const { id, kind, subject, accountId, contactId, prospectId, isAllDay, startsAt, startsAtUtc } = a;
  return scope
    .select({ id, kind, subject, accountId, contactId, prospectId, isAllDay, startsAt, startsAtUtc, ownerId: a.ownerId })
    .from(a)
    .where(and(eq(a.ownerId, userId), sql`${a.status} = 'planned'`, when))
    .orderBy(a.startsAtUtc, a.id)
    .limit(most + 1)
    .all();
}

function some<Row extends Parameters<typeof withNames>[1][number]>(scope: Scope, rows: Row[]) {
  return { rows: withNames(scope, rows.slice(0, most)), hasMore: rows.length > most };
}

function withoutAction(scope: Scope, userId: number) {
  const { prospects: p } = scope;
  const { id, personName, companyName, phone, phoneE164, contactedOn, colorBackground } = p;
  const rows = scope
    .select({ id, personName, companyName, phone, phoneE164, contactedOn, colorBackground })
    .from(p)
    .where(and(isOpen(scope), sql`${p.nextActionOn} is null`, eq(p.ownerId, userId)))
    .orderBy(p.id)
    .limit(most + 1)
    .all();
  const last = lastContacts(
    scope,
    rows.map((row) => row.id),
  );
  return { rows: rows.slice(0, most).map((row) => ({ ...row, lastContact: last.get(row.id) })), hasMore: rows.length > most };
}

function lastContacts(scope: Scope, prospectIds: number[]) {
  const { activities: a } = scope;
  const { prospectId, subject, result, doneAt, isAllDay, startsAt, startsAtUtc } = a;
  const query = scope
    .select({ prospectId, subject, result, doneAt, isAllDay, startsAt, startsAtUtc })
    .from(a)
    .where(and(inArray(a.prospectId, prospectIds), eq(a.status, "done")))
    .orderBy(a.startsAtUtc, a.id);
  const rows = prospectIds.length === 0 ? [] : query.all();
  return new Map(rows.map(({ prospectId, subject, result, ...when }) => [prospectId!, { text: result ?? subject, ...when }]));
}
