import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Day } from "@/lib/core/dates";
import { clockChange } from "./clock";
import { byDay, type Placed } from "./days";
import { type Cell, cellsOf, clustersOn, isCut, isLong, rangeOf, wholeDay } from "./grid";

export type Person = { id: number; name: string };
export type TeamColumn<Event> = { person: Person; whole: Event[]; cells: Map<number, Cell<Event>[]> };
export type Team<Event> = { from: number; to: number; isCut: boolean; columns: TeamColumn<Event>[] };

const mostColumns = 30;

/** Who works in a group, by name. */
export function peopleOf({ users, groupMembers, select }: Scope, group: number): Person[] {
  const members = sql`(select ${groupMembers.userId} from ${groupMembers} where ${groupMembers.groupId} = ${group})`;
  return select({ id: users.id, name: users.name })
    .from(users)
    .where(sql`${users.id} in ${members} and ${users.isActive}`)
    .orderBy(users.name, users.id)
    .limit(mostColumns)
    .all();
}

/** A day with a column for each of some people, all with the same hours. */
export function teamOf<Event extends Placed & { ownerId: number }>(
  events: readonly Event[],
  people: readonly Person[],
  { day, zone, isWhole }: { day: Day; zone: string; isWhole: boolean },
): Team<Event> {
  const ofDay = byDay(events, [day], zone).get(day) ?? [];
  const laid = people.map((person) => {
    const theirs = ofDay.filter(({ ownerId }) => ownerId === person.id);
    return { person, whole: theirs.filter(isLong), clusters: clustersOn(day, theirs, zone) };
  });
  const range = isWhole ? wholeDay : rangeOf(laid.flatMap(({ clusters }) => clusters));
  const { missing } = clockChange(day, zone);
  const columns = laid.map(({ clusters, ...rest }) => ({ ...rest, cells: cellsOf(clusters, range, missing) }));
  return { ...range, isCut: isCut(range), columns };
}
