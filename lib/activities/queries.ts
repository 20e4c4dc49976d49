import { desc, eq, inArray, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";

/** Whose history is asked for: exactly one. */
export type About = { accountId: number } | { contactId: number } | { prospectId: number };
export type ActivityRow = ReturnType<typeof listActivities>[number];
export type Activity = NonNullable<ReturnType<typeof findActivity>>;

/** What was done and is planned about one record, newest first. */
export function listActivities(scope: Scope, about: About, limit = 100) {
  const { activities } = scope;
  return scope
    .select({ ...shown(scope), ownerName: ownerName(scope) })
    .from(activities)
    .where(isAbout(scope, about))
    .orderBy(desc(activities.startsAtUtc), desc(activities.id))
    .limit(limit)
    .all();
}

/** The activity with what deciding about it takes; undefined when it is not there for this viewer. */
export function findActivity(scope: Scope, id: number | string) {
  const { activities, prospects } = scope;
  const key = Number(id);
  const activity = Number.isSafeInteger(key) ? scope.select().from(activities).where(eq(activities.id, key)).get() : undefined;
  if (!activity) return undefined;
  const prospect =
    activity.prospectId === null
      ? undefined
      : scope.select({ ownerId: prospects.ownerId, accountId: prospects.accountId }).from(prospects).where(eq(prospects.id, activity.prospectId)).get();
  const principals = [...scope.principalsOf(activity.accountId), ...(prospect ? [`u${prospect.ownerId}`, ...scope.principalsOf(prospect.accountId)] : [])];
  return { ...activity, principals };
}

/** How what comes again does so. */
export function ruleOf({ repetitions, select }: Scope, id: number) {
  const { unit, every, untilOn } = repetitions;
  return select({ unit, every, untilOn }).from(repetitions).where(eq(repetitions.id, id)).get();
}

/** How it comes again, as its form says it. */
export function typedRule(scope: Scope, { repetitionId }: { repetitionId: number | null }) {
  const rule = repetitionId === null ? undefined : ruleOf(scope, repetitionId);
  return { repeatUnit: rule?.unit ?? null, repeatEvery: rule?.every ?? 1, repeatUntil: rule?.untilOn ?? null };
}

type Filed = { accountId: number | null; contactId: number | null; prospectId: number | null };

/** The people and companies the rows are about, as far as the viewer sees them. */
export function withNames<Row extends Filed>(scope: Scope, rows: Row[]) {
  const accounts = accountsByKey(scope, rows);
  const prospects = prospectsByKey(scope, rows);
  const contacts = contactsByKey(scope, rows);
  return rows.map((row) => ({
    ...row,
    account: row.accountId === null ? undefined : accounts.get(row.accountId),
    prospect: row.prospectId === null ? undefined : prospects.get(row.prospectId),
    contact: row.contactId === null ? undefined : contacts.get(row.contactId),
  }));
}

export function shown({ activities: a }: Scope) {
  const { id, kind, status, subject, notes, result, accountId, contactId, prospectId, ownerId, isAllDay, startsAt, endsAt, zone } = a;
  const { startsAtUtc, endsAtUtc, doneAt, repetitionId, version } = a;
  return {
    ...{ id, kind, status, subject, notes, result, accountId, contactId, prospectId, ownerId, isAllDay, startsAt, endsAt, zone },
    ...{ startsAtUtc, endsAtUtc, doneAt, repetitionId, version },
  };
}

function isAbout({ activities }: Scope, about: About) {
  if ("accountId" in about) return eq(activities.accountId, about.accountId);
  return "contactId" in about ? eq(activities.contactId, about.contactId) : eq(activities.prospectId, about.prospectId);
}

export function ownerName({ users, activities }: Scope) {
  return sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${activities.ownerId})`;
}

function accountsByKey(scope: Scope, rows: Filed[]) {
  const { accounts } = scope;
  const { id, name, phone, phoneE164, address, city } = accounts;
  const found = scope
    .select({ id, name, phone, phoneE164, address, city })
    .from(accounts)
    .where(
      inArray(
        accounts.id,
        keys(rows, ({ accountId }) => accountId),
      ),
    )
    .all();
  return new Map(found.map((row) => [row.id, row]));
}

function prospectsByKey(scope: Scope, rows: Filed[]) {
  const { prospects } = scope;
  const { id, number, personName, companyName, phone, phoneE164, colorBackground, colorText } = prospects;
  const found = scope
    .select({ id, number, personName, companyName, phone, phoneE164, colorBackground, colorText })
    .from(prospects)
    .where(
      inArray(
        prospects.id,
        keys(rows, ({ prospectId }) => prospectId),
      ),
    )
    .all();
  return new Map(found.map((row) => [row.id, row]));
}

function contactsByKey(scope: Scope, rows: Filed[]) {
  const { contacts } = scope;
  const { id, givenName, familyName, phone, phoneE164 } = contacts;
  const found = scope
    .select({ id, givenName, familyName, phone, phoneE164 })
    .from(contacts)
    .where(
      inArray(
        contacts.id,
        keys(rows, ({ contactId }) => contactId),
      ),
    )
    .all();
  return new Map(found.map((row) => [row.id, row]));
}

function keys(rows: Filed[], pick: (row: Filed) => number | null): number[] {
  return [...new Set(rows.map(pick).filter((key) => key !== null))];
}
