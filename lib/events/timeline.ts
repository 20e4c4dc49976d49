import { and, desc, eq, inArray, isNull, ne, notInArray, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/sqlite-core";
import { keyset, type Page, pageOf } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import type { Cursor } from "@/lib/core/cursor";
import { activitiesByKey, type DoneActivity } from "./activity-entries";
import { eventsByKey, type ToldEvent } from "./event-entries";

/** Whose history is asked for: exactly one. */
export type About = { accountId: number } | { contactId: number };
export type PlannedActivity = DoneActivity & { sortValue: number };
export type Entry = { sortValue: number; id: number } & ({ activity: DoneActivity } | { event: ToldEvent });

/** An activity tells itself; its event would say it twice. So does the time of a series with which others were trashed. */
const toldOtherwise = [
  "activity.created",
  "activity.edited",
  "activity.done",
  "activity.cancelled",
  "activity.moved",
  "activity.pinned",
  "activity.trashed_along",
  "activity.restored_along",
  "prospect.followed_up",
];

/** One page of what happened to a record, newest first: activities done and events, as one list. */
export function timelineOf(scope: Scope, about: About, cursor: Cursor | undefined): Page<Entry> {
  const filters = { ...about, sort: "-at", cursor };
  const ofProspects = "accountId" in about ? [mailKeys(scope, about.accountId)] : [];
  const happened = unionAll(eventKeys(scope, about), activityKeys(scope, about), ...ofProspects).as("happened");
  const { where, orderBy, limit } = keyset(filters, sql`happened.at`, sql`happened.key`);
  const rows = scope
    .select({ id: sql<number>`happened.key`, sortValue: sql<number>`happened.at` })
    .from(happened)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  const page = pageOf(rows, filters);
  return { ...page, rows: withContents(scope, page.rows) };
}

/** Even keys are events, odd ones activities, so that one number tells them apart and breaks ties. */
function eventKeys(scope: Scope, about: About) {
  const { events } = scope;
  const theirs = "accountId" in about ? eq(events.accountId, about.accountId) : ofContact(scope, about.contactId);
  return scope
    .select({ key: sql<number>`${events.id} * 2`.as("key"), at: sql<number>`${events.at}`.as("at") })
    .from(events)
    .where(and(theirs, notInArray(events.name, toldOtherwise)));
}

/** A contact's dealings with a company the viewer does not see leave no trace here. */
function ofContact({ events, accounts }: Scope, contactId: number) {
  const seen = sql`(${events.accountId} is null or exists (select 1 from ${accounts} where ${accounts.id} = ${events.accountId}))`;
  return and(eq(events.subjectKind, "contact"), eq(events.subjectId, contactId), seen);
}

/** What was mailed to a prospect before it was filed under this account. */
function mailKeys(scope: Scope, accountId: number) {
  const { events, prospects } = scope;
  return scope
    .select({ key: sql<number>`${events.id} * 2`.as("key"), at: sql<number>`${events.at}`.as("at") })
    .from(prospects)
    .innerJoin(events, eq(events.prospectId, prospects.id))
    .where(and(eq(prospects.accountId, accountId), isNull(events.accountId), inArray(events.name, ["mail.sent", "mail.retried"])));
}

function activityKeys(scope: Scope, about: About) {
  const { activities } = scope;
  return scope
    .select({ key: sql<number>`${activities.id} * 2 + 1`.as("key"), at: sql<number>`coalesce(${activities.doneAt}, ${activities.startsAtUtc})`.as("at") })
    .from(activities)
    .where(and(activitiesAbout(scope, about), ne(activities.status, "planned")));
}

function withContents(scope: Scope, rows: { id: number; sortValue: number }[]): Entry[] {
  const ids = (rest: 0 | 1) => rows.filter(({ id }) => id % 2 === rest).map(({ id }) => (id - rest) / 2);
  const events = eventsByKey(scope, ids(0));
  const activities = activitiesByKey(scope, inArray(scope.activities.id, ids(1)));
  return rows.map((row): Entry => {
    const id = Math.floor(row.id / 2);
    return row.id % 2 === 0 ? { ...row, event: events.get(id)! } : { ...row, activity: activities.get(id)! };
  });
}

const plannedAtOnce = 20;

/** One page of what is still to be done about a record, the most urgent first. */
export function plannedOf(scope: Scope, about: About, cursor?: Cursor): Page<PlannedActivity> {
  const { activities } = scope;
  const filters = { ...about, sort: "planned", cursor };
  const { where, orderBy, limit } = keyset(filters, activities.startsAtUtc, activities.id, plannedAtOnce);
  const keys = scope
    .select({ id: activities.id, sortValue: activities.startsAtUtc })
    .from(activities)
    .where(and(activitiesAbout(scope, about), eq(activities.status, "planned"), where))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  const page = pageOf(keys, filters, plannedAtOnce);
  const ids = page.rows.map(({ id }) => id);
  const contents = activitiesByKey(scope, inArray(activities.id, ids));
  return { ...page, rows: page.rows.map((key) => ({ ...contents.get(key.id)!, ...key })) };
}

/** What somebody wants read first, the last pinned on top. */
export function pinnedOf(scope: Scope, accountId: number): DoneActivity[] {
  const { activities } = scope;
  const isPinned = and(eq(activities.accountId, accountId), sql`${activities.pinnedAt} is not null`)!;
  return [...activitiesByKey(scope, isPinned, 20, desc(activities.pinnedAt)).values()];
}

function activitiesAbout({ activities }: Scope, about: About): SQL {
  return "accountId" in about ? eq(activities.accountId, about.accountId) : eq(activities.contactId, about.contactId);
}
