import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { keyset, type Page, pageOf, type Reading } from "@/lib/access/keyset";
import { scopeAs } from "@/lib/access/list-scope";
import type { Scope } from "@/lib/access/scope";
import { probing } from "@/lib/access/viewer";
import { addDays, toInstant } from "@/lib/core/dates";
import { isChosen } from "@/lib/lists/conditions";
import { isCutShort, isFound, isNarrowed } from "@/lib/search/find";
import { dueOf } from "./due";
import { type ActivityFilters, type ActivityState, shownState } from "./filters";
import { withNext } from "./next-of";
import { ownerName, shown, withNames } from "./queries";

export type ListedActivity = ReturnType<typeof read>[number] & { next?: { subject: string; on: string } };

/** One page of the activities the viewer may see, by the filters of the address. */
export function listActivitiesBy(scope: Scope, filters: ActivityFilters, { keys = [], size, isWhole }: Reading = {}): Page<ListedActivity> {
  const page = pageOf(read(seenIn(scope, filters), filters, size, isWhole), filters, size);
  return keys.some((key) => key === "next" || key === "next_on") ? { ...page, rows: withNext(scope, page.rows) } : page;
}

/** How many match, exact to `cap` and `cap + 1` beyond. */
export function countActivitiesBy(scope: Scope, filters: ActivityFilters, cap = 1000, isWhole = false): number {
  const seen = seenIn(scope, filters);
  const capped = seen
    .select({ id: seen.activities.id })
    .from(seen.activities)
    .where(and(...conditions(seen, filters, isWhole)))
    .limit(cap + 1)
    .as("capped");
  return seen.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

/** Whether its text finds more than are looked through. */
export function isActivityListCut(scope: Scope, filters: ActivityFilters): boolean {
  return isCutShort(scope, "activity", filters.q, { isWhole: isNarrow(filters) });
}

export function conditions(scope: Scope, filters: ActivityFilters, isWhole = false): (SQL | undefined)[] {
  const { q, kind, from, until } = filters;
  const { activities } = scope;
  return [
    q === "" ? undefined : isFound(scope, "activity", activities.id, q, { isWhole: isWhole || isNarrow(filters) }),
    isHeldBy(scope, filters),
    ...stateIs(scope, shownState(filters)),
    isChosen(activities.kind, kind),
    ...isWithin(scope, { from, until }),
  ];
}

/** One's own are sought by their owner, however few accounts one reaches. */
export function seenIn(scope: Scope, { owner }: Pick<ActivityFilters, "owner">): Scope {
  const { viewer } = scope;
  const isOwn = viewer.kind === "staff" && (owner ?? viewer.userId) === viewer.userId && !viewer.circles.own.isProbing;
  return isOwn ? scopeAs(scope, probing(viewer)) : scope;
}

function read(scope: Scope, filters: ActivityFilters, size?: number, isWhole?: boolean) {
  const { activities } = scope;
  const { isLate, isToday } = dueOf(scope);
  const { where, orderBy, limit } = keyset(filters, activities.startsAtUtc, activities.id, size);
  const rows = scope
    .select({
      ...shown(scope),
      ownerName: ownerName(scope),
      isLate: sql<boolean>`${isLate}`.mapWith(Boolean),
      isToday: sql<boolean>`${isToday}`.mapWith(Boolean),
      sortValue: activities.startsAtUtc,
    })
    .from(activities)
    .where(and(where, ...conditions(scope, filters, isWhole)))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return withNames(scope, rows);
}

/** Without a word of whose, one's own; the people of a group are found row by row in the list's order. */
function isHeldBy({ activities, groupMembers, viewer }: Scope, { owner }: Pick<ActivityFilters, "owner">): SQL | undefined {
  const { ownerId } = activities;
  if (owner === undefined) return viewer.kind === "staff" ? eq(ownerId, viewer.userId) : sql`0`;
  if (typeof owner === "number") return eq(ownerId, owner);
  // In the words of the index of states, which serves nothing else.
  const isAnybodys = sql`${ownerId} > 0`;
  if (owner === "all") return isAnybodys;
  const people = sql`select ${groupMembers.userId} from ${groupMembers} where ${groupMembers.groupId} = ${Number(owner.slice(1))}`;
  return and(isAnybodys, sql`+${ownerId} in (${people})`);
}

function stateIs(scope: Scope, state: ActivityState): SQL[] {
  const { status } = scope.activities;
  const { isLate, isToday, soon, lately } = dueOf(scope);
  const isPlanned = sql`${status} = 'planned'`;
  switch (state) {
    case "planned":
      return [isPlanned];
    case "overdue":
      return [isPlanned, soon, isLate];
    case "today":
      return [isPlanned, soon, lately, isToday];
    case "done":
      return [sql`${status} = 'done'`];
    case "cancelled":
      return [sql`${status} = 'cancelled'`];
    case "all":
      return [];
    default:
      return state satisfies never;
  }
}

/** By the day on which it begins on the viewer's clock; a whole day belongs to its date, whatever the zone it was planned in. */
function isWithin({ activities, viewer }: Scope, { from, until }: Pick<ActivityFilters, "from" | "until">): SQL[] {
  const { isAllDay, startsAt, startsAtUtc } = activities;
  const startOf = (day: string) => toInstant(`${day}T00:00`, viewer.zone).instant;
  return [
    ...(from ? [gte(startsAtUtc, startOf(addDays(from, -1))), sql`iif(${isAllDay}, ${startsAt} >= ${from}, ${startsAtUtc} >= ${startOf(from)})`] : []),
    ...(until
      ? [lt(startsAtUtc, startOf(addDays(until, 2))), sql`iif(${isAllDay}, ${startsAt} <= ${until}, ${startsAtUtc} < ${startOf(addDays(until, 1))})`]
      : []),
  ];
}

/** One's own alone are narrowed already. */
function isNarrow({ owner = "own", ...filters }: ActivityFilters): boolean {
  return isNarrowed({ owner, ...filters });
}
