import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { keyset, type Page, pageOf } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { addDays, dayOf } from "@/lib/core/dates";
import type { TrashFilters } from "./filters";
import { findTrashed, type Trashed } from "./found";
import { canRestore } from "./policy";
import { type TrashKind, termMs, trashKinds } from "./rules";
import { countAlong } from "./series";

/** `key` tells rows of all kinds apart; `until` is the day it goes for good, null when that has passed because something needs it; `along` counts what was thrown away in one deed with a time of a series; who threw it away is null when it was nobody of the team. */
export type TrashRow = Trashed & { key: number; deletedAt: number; until: string | null; deletedBy: string | null; mayRestore: boolean; along: number };
type Place = { id: number; sortValue: number; kind: TrashKind; recordId: number };

/** What the viewer would see were it not in the trash, the last that came in first. From its beginning, where nothing is left of the page asked for. */
export function listTrash(scope: Scope, filters: TrashFilters): Page<TrashRow> {
  const kinds = filters.kind ? [filters.kind] : trashKinds;
  const { isDescending } = keyset(filters, sql`0`, sql`0`);
  const found = kinds.flatMap((kind) => placesOf(scope, kind, filters)).sort((one, other) => (isDescending ? -1 : 1) * compared(one, other));
  const page = pageOf(found, filters);
  if (page.rows.length === 0 && filters.cursor) return listTrash(scope, { ...filters, cursor: undefined });
  return { ...page, rows: page.rows.flatMap((place) => rowOf(scope, place) ?? []) };
}

/** Each kind walks its own index; numbers of two kinds may be the same, so that the kind is part of what the page goes on from. */
function placesOf(scope: Scope, kind: TrashKind, filters: TrashFilters): Place[] {
  const { id, deletedAt, relation } = relationOf(scope, kind);
  const key = sql<number>`(${id} * 4 + ${trashKinds.indexOf(kind)})`;
  const { where, orderBy, limit } = keyset(filters, deletedAt, key);
  return scope
    .select({ id: key, sortValue: sql<number>`${deletedAt}`, recordId: sql<number>`${id}` })
    .from(relation)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit)
    .all()
    .map((row) => ({ ...row, kind }));
}

function relationOf(scope: Scope, kind: TrashKind) {
  const { trashedAccounts, trashedContacts, trashedProspects, trashedActivities } = scope;
  const relation = { account: trashedAccounts, contact: trashedContacts, prospect: trashedProspects, activity: trashedActivities }[kind];
  return { relation, id: relation.id, deletedAt: relation.deletedAt };
}

function compared(one: Place, other: Place): number {
  return one.sortValue - other.sortValue || one.id - other.id;
}

function rowOf(scope: Scope, { id: key, kind, recordId, sortValue: deletedAt }: Place): TrashRow | undefined {
  const found = findTrashed(scope, { kind, id: recordId });
  if (!found) return undefined;
  const along = kind === "activity" ? countAlong(scope, found) : 0;
  return {
    ...found,
    key,
    deletedAt,
    until: lastDay(scope, deletedAt),
    deletedBy: throwerOf(scope, kind, recordId),
    mayRestore: canRestore[kind](scope.viewer, found),
    along,
  };
}

/** The trash is emptied once a day: what is there two days later stayed. */
function lastDay({ viewer }: Scope, deletedAt: number): string | null {
  const day = dayOf(deletedAt + termMs, viewer.zone);
  return addDays(day, 1) < viewer.today ? null : day;
}

function throwerOf({ events, users, select }: Scope, kind: TrashKind, id: number): string | null {
  const names = [`${kind}.trashed`, `${kind}.trashed_along`];
  const name: SQL<string | null> = sql`(select ${users.name} from ${users} where ${users.id} = ${events.actorId} and ${events.actorKind} = 'staff')`;
  const deed = select({ name })
    .from(events)
    .where(and(eq(events.subjectKind, kind), eq(events.subjectId, id), inArray(events.name, names)))
    .orderBy(desc(events.id))
    .limit(1)
    .get();
  return deed?.name ?? null;
}
