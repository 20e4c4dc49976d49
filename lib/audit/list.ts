import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { cursorAt, keyset, type Page, pageOf, pageSize } from "@/lib/access/keyset";
import { withEveryModule } from "@/lib/access/list-scope";
import type { Scope } from "@/lib/access/scope";
import { filtersMark, writeCursor } from "@/lib/core/cursor";
import { addDays, toInstant } from "@/lib/core/dates";
import type { FieldChange } from "@/lib/events/changes";
import { eventsByKey, type ToldEvent } from "@/lib/events/event-entries";
import { linksOf } from "@/lib/events/verify";
import { isOneOf } from "@/lib/search/one-of";
import { changesIn } from "./changes";
import type { AuditFilters } from "./filters";
import { type Named, namesIn, recordsOf } from "./names";
import { boundsOf, walk } from "./walk";

export type AuditRow = ToldEvent & {
  sortValue: number;
  /** What brought it about where it was no form: a file, a change of many. */
  source: string;
  /** Whether it reads as it was written, and follows the one before it. */
  isWhole: boolean;
  record: Named;
  changes: FieldChange[];
};

/** `isCut` says that what was asked for was looked for in some of the log only. */
export type AuditPage = Page<AuditRow> & { isCut: boolean };

/** One page of all that happened, the latest first. */
export function listAudit(seen: Scope, filters: AuditFilters, { size = pageSize }: { size?: number } = {}): AuditPage {
  const scope = withEveryModule(seen);
  const { ids, further } = idsOf(scope, filters, size + 1);
  const page = pageOf(
    ids.map((id) => ({ id, sortValue: id })),
    filters,
    size,
  );
  const isBack = fromOf(filters)?.isBack ?? false;
  const at = (id: number, back: boolean) => writeCursor(cursorAt(filters, { value: id, id, isBack: back }));
  return {
    ...page,
    ...(page.rows.length === 0 && filters.cursor && { [isBack ? "next" : "previous"]: at(filters.cursor.id, !isBack) }),
    ...(further !== undefined && { [isBack ? "previous" : "next"]: at(further, isBack) }),
    isCut: further !== undefined,
    rows: rowsOf(
      scope,
      page.rows.map(({ id }) => id),
    ),
  };
}

/** How many are found, exact to `cap` and more beyond; undefined when that takes looking through too much. */
export function countAudit(scope: Scope, filters: AuditFilters, cap: number): number | undefined {
  const { ids, further } = idsOf(withEveryModule(scope), { ...filters, cursor: undefined }, cap + 1);
  return further === undefined ? ids.length : undefined;
}

/** What happened to one record, or to an account, has its index; so has a kind of which there is little. Anything else is looked for along the log. */
function idsOf(scope: Scope, filters: AuditFilters, wanted: number): { ids: number[]; further?: number } {
  const { events } = scope;
  const { account, kind, id } = filters;
  const [since, before] = periodOf(scope, filters);
  const among = conditions(scope, filters, since, before);
  const few = kind !== undefined && id === undefined && account === undefined ? fewOf(scope, kind) : undefined;
  if (account === undefined && id === undefined && !few) return walk(scope, among, { bounds: boundsOf(scope, since, before), from: fromOf(filters), wanted });
  const { where, orderBy, limit } = keyset(filters, events.id, events.id, wanted - 1);
  const rows = scope
    .select({ id: events.id })
    .from(events)
    .where(and(where, few && isOneOf(events.id, few), ...among))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return { ids: rows.map((row) => row.id) };
}

const few = 5_000;

function fewOf(scope: Scope, kind: string): number[] | undefined {
  const { events } = scope;
  const rows = scope
    .select({ id: events.id })
    .from(events)
    .where(eq(events.subjectKind, kind))
    .limit(few + 1)
    .all();
  return rows.length > few ? undefined : rows.map(({ id }) => id);
}

/** A plus keeps an index from leading that would be read whole and sorted. */
function conditions({ events }: Scope, { who, kind, event, account, id }: AuditFilters, since?: number, before?: number): (SQL | undefined)[] {
  const actor =
    typeof who === "number" ? and(eq(events.actorKind, "staff"), eq(events.actorId, who)) : eq(events.actorKind, who === "portal" ? "customer" : "system");
  return [
    who === undefined ? undefined : actor,
    kind === undefined ? undefined : id === undefined ? sql`+${events.subjectKind} = ${kind}` : and(eq(events.subjectKind, kind), eq(events.subjectId, id)),
    event === undefined ? undefined : eq(events.name, event),
    account === undefined ? undefined : eq(events.accountId, account),
    since === undefined ? undefined : gte(events.at, since),
    before === undefined ? undefined : lt(events.at, before),
  ];
}

function periodOf({ viewer }: Scope, { from, until }: AuditFilters): [since: number | undefined, before: number | undefined] {
  const startOf = (day: string) => toInstant(`${day}T00:00`, viewer.zone).instant;
  return [from === undefined ? undefined : startOf(from), until === undefined ? undefined : startOf(addDays(until, 1))];
}

function fromOf(filters: AuditFilters) {
  return filters.cursor?.filters === filtersMark(filters) ? filters.cursor : undefined;
}

function rowsOf(scope: Scope, ids: number[]): AuditRow[] {
  const told = eventsByKey(scope, ids);
  const links = linksOf(scope, ids);
  const names = namesIn(scope);
  const records = recordsOf(scope, [...told.values()]);
  return ids.map((id) => {
    const event = told.get(id)!;
    return { ...event, ...links.get(id)!, sortValue: id, record: records(event), changes: changesIn(event, scope.viewer, names) };
  });
}
