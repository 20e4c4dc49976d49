import { and, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { withNames } from "@/lib/activities/queries";
import { longestDays } from "@/lib/activities/rules";
import { isLong, isShort } from "@/lib/activities/spans";
import { addDays, toInstant } from "@/lib/core/dates";
import { isOpen } from "@/lib/prospects/signals";

/** A day's work shows so many of each; what is done makes room for the next. */
const most = 20;
export type Some<Row> = { rows: Row[]; hasMore: boolean };
export type DayLine = ReturnType<typeof dayOfWork>["today"]["rows"][number];
export type Waiting = ReturnType<typeof withoutAction>["rows"][number];

/** What one person has to do: what is late, what is for today, and whom nobody remembers. */
export function dayOfWork(scope: Scope, userId: number) {
  const { today, zone } = scope.viewer;
  const { activities } = scope;
  const startOf = (day: string) => toInstant(`${day}T00:00`, zone).instant;
  const { isAllDay, startsAt, endsAt, startsAtUtc, endsAtUtc } = activities;
  const [dawn, midnight] = [startOf(today), startOf(addDays(today, 1))];
  const isUnderWay = sql`(${isLong(scope)} and ${endsAtUtc} > ${dawn})`;
  // A whole day belongs to its date, whatever the zone it was planned in; what takes days is late when they are over.
  const isLate = sql`(case when ${isAllDay} then ${endsAt} <= ${today} else ${startsAtUtc} < ${dawn} and not ${isUnderWay} end)`;
  const isToday = sql`(case when ${isAllDay} then ${startsAt} <= ${today} and ${endsAt} > ${today} else (${startsAtUtc} >= ${dawn} or ${isUnderWay}) and ${startsAtUtc} < ${midnight} end)`;
  // A whole day of another zone begins up to a day beside its date; what lasts longer is few and has its own index.
  const soon = lt(startsAtUtc, startOf(addDays(today, 2)));
  const near = and(isShort(scope), gte(startsAtUtc, startOf(addDays(today, -1))), soon);
  const long = and(isLong(scope), gte(startsAtUtc, startOf(addDays(today, -longestDays - 1))), soon);
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
    .where(and(eq(a.ownerId, userId), eq(a.status, "planned"), when))
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
  if (prospectIds.length === 0) return new Map<number, { text: string; at: number | null }>();
  const rows = scope
    .select({ prospectId: a.prospectId, subject: a.subject, result: a.result, at: a.doneAt })
    .from(a)
    .where(and(inArray(a.prospectId, prospectIds), eq(a.status, "done")))
    .orderBy(a.startsAtUtc, a.id)
    .all();
  return new Map(rows.map(({ prospectId, subject, result, at }) => [prospectId!, { text: result ?? subject, at }]));
}
