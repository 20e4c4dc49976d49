import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { reachOf } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { ownerName, shown, withNames } from "@/lib/activities/queries";
import { longestDays } from "@/lib/activities/rules";
import { isLong, isShort } from "@/lib/activities/spans";
import { addDays, type Day, dayOf, toInstant } from "@/lib/core/dates";
import { type Asked, askedOf } from "./asked";
import { spanOf } from "./days";

export type Placed = ReturnType<typeof activitiesOn>[number];

/** What takes place on the days, planned or done in a time of its own: of each day the first `most + 1`, one's own before those of others. */
export function activitiesOn(scope: Scope, days: readonly Day[], { most, ...filters }: Asked & { most: number }) {
  // A whole day planned in another zone begins up to a day beside its date.
  const wider = [addDays(days[0]!, -1), ...days, addDays(days.at(-1)!, 1)];
  const asked = askedOf(scope, filters);
  const rows = [...overlapping(scope, days, asked), ...withinDays(scope, wider, most, asked)];
  const { zone } = scope.viewer;
  const touching = rows.filter((row) => spanOf(row, zone).first <= days.at(-1)! && spanOf(row, zone).last >= days[0]!);
  return withNames(scope, [...new Map(touching.map((row) => [row.id, row])).values()]);
}

function withinDays(scope: Scope, days: readonly Day[], most: number, asked?: SQL) {
  if (seesFew(scope)) return firstOfFew(scope, days, most, asked);
  return asked ? firstOf(scope, days, most, asked) : ownFirst(scope, days, most);
}

/** Who has a full day is not asked what the others have: walking past what one may not see costs. */
function ownFirst(scope: Scope, days: readonly Day[], most: number) {
  const { viewer, activities } = scope;
  if (viewer.kind !== "staff") return firstOf(scope, days, most);
  const own = firstOf(scope, days, most, eq(activities.ownerId, viewer.userId));
  const perDay = Map.groupBy(own, ({ startsAtUtc }) => dayOf(startsAtUtc, viewer.zone));
  const open = days.filter((day) => (perDay.get(day)?.length ?? 0) <= most);
  return open.length === 0 ? own : [...own, ...firstOf(scope, open, most)];
}

/** The first of each day, each day a seek of its own. */
function firstOf(scope: Scope, days: readonly Day[], most: number, condition?: SQL) {
  const { activities } = scope;
  const start = sql`json_extract(days.value, '$[0]')`;
  const end = sql`json_extract(days.value, '$[1]')`;
  const ids = scope
    .select({ id: activities.id })
    .from(activities)
    .where(and(gte(activities.startsAtUtc, start), lt(activities.startsAtUtc, end), isShort(scope), takesPlace(scope), condition))
    .orderBy(activities.startsAtUtc, activities.id)
    .limit(most + 1);
  return scope
    .select({ ...shown(scope), ownerName: ownerName(scope) })
    .from(sql`json_each(${JSON.stringify(days.map((day) => instantsOf(scope, day)))}) days`)
    .crossJoin(activities)
    .where(sql`${activities.id} in (${ids})`)
    .orderBy(activities.startsAtUtc, activities.id)
    .all();
}

/** Whoever reaches few accounts reads what they reach once, and parts it by day. */
function firstOfFew(scope: Scope, days: readonly Day[], most: number, condition?: SQL) {
  const { activities, viewer } = scope;
  const [from, to] = [instantsOf(scope, days[0]!)[0], instantsOf(scope, days.at(-1)!)[1]];
  const rows = scope
    .select({ ...shown(scope), ownerName: ownerName(scope) })
    .from(activities)
    .where(and(gte(activities.startsAtUtc, from), lt(activities.startsAtUtc, to), isShort(scope), takesPlace(scope), condition))
    .orderBy(activities.startsAtUtc, activities.id)
    .all();
  const isOwn = ({ ownerId }: { ownerId: number }) => Number(viewer.kind === "staff" && ownerId === viewer.userId);
  return [...Map.groupBy(rows, ({ startsAtUtc }) => dayOf(startsAtUtc, viewer.zone)).values()].flatMap((ofDay) =>
    ofDay.toSorted((a, b) => isOwn(b) - isOwn(a)).slice(0, most + 1),
  );
}

function seesFew({ viewer }: Scope): boolean {
  if (viewer.kind !== "staff") return false;
  const reach = reachOf(viewer, "activities", "view");
  return reach !== undefined && reach !== "all" && viewer.circles[reach].size === "few";
}

/** What lasts more than a day, wherever it began. */
function overlapping(scope: Scope, days: readonly Day[], condition?: SQL) {
  const { activities } = scope;
  const [from, to] = [days[0]!, addDays(days.at(-1)!, 1)];
  const [earliest] = instantsOf(scope, addDays(from, -longestDays - 1));
  const [, latest] = instantsOf(scope, to);
  const [start, end] = [instantsOf(scope, from)[0], instantsOf(scope, to)[0]];
  const timed = sql`${activities.isAllDay} = 0 and ${activities.startsAtUtc} < ${end} and ${activities.endsAtUtc} > ${start}`;
  const allDay = sql`${activities.isAllDay} = 1 and ${activities.startsAt} < ${to} and ${activities.endsAt} > ${from}`;
  return scope
    .select({ ...shown(scope), ownerName: ownerName(scope) })
    .from(activities)
    .where(
      and(
        isLong(scope),
        gte(activities.startsAtUtc, sql`${earliest}`),
        lt(activities.startsAtUtc, sql`${latest}`),
        sql`(${timed} or ${allDay})`,
        takesPlace(scope),
        condition,
      ),
    )
    .orderBy(activities.startsAtUtc, activities.id)
    .limit(mostLong)
    .all();
}

const mostLong = 100;

/** Planned, or done in a time of its own. */
export function takesPlace({ activities }: Scope) {
  return sql`(${activities.status} = 'planned' or ${activities.status} = 'done' and ${activities.endsAtUtc} > ${activities.startsAtUtc})`;
}

function instantsOf({ viewer }: Scope, day: Day): [number, number] {
  return [toInstant(`${day}T00:00`, viewer.zone).instant, toInstant(`${addDays(day, 1)}T00:00`, viewer.zone).instant];
}
