import { type SQL, sql } from "drizzle-orm";
import { type Signal, signals } from "@/db/vocabulary";
import { keyset } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { filtersMark } from "@/lib/core/cursor";
import { addDays, type Day, toInstant } from "@/lib/core/dates";
import type { ProspectFilters } from "./filters";

/** `signalOf` as a condition on the viewer's prospects. The parts without values match the partial index of what is open. */
export function signalIs(scope: Scope, signal: Signal, silenceDays: number): SQL {
  const { prospects } = scope;
  const { today } = scope.viewer;
  const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)];
  const next = prospects.nextActionOn;
  const silent = sql`${prospects.quotedOn} is not null and ${prospects.quotedOn} < ${addDays(today, -silenceDays)}`;
  switch (signal) {
    case "cancelled":
      return sql`${prospects.status} = 'lost'`;
    case "ordered":
      return sql`(${prospects.status} <> 'lost' and (${prospects.status} = 'converted' or ${prospects.latestOrderId} is not null or ${prospects.closedAt} is not null))`;
    case "no_action":
      return sql`(${isOpen(scope)} and ${next} is null)`;
    case "overdue":
      return sql`(${isOpen(scope)} and ${next} <= ${tomorrow} and ${isBefore(scope, today)})`;
    case "today":
      return sql`(${isOpen(scope)} and ${next} >= ${yesterday} and ${next} <= ${tomorrow} and ${isBefore(scope, tomorrow)} and not ${isBefore(scope, today)})`;
    case "quoted":
      return sql`(${isOpen(scope, sql`+`)} and ${next} >= ${today} and not ${isBefore(scope, tomorrow)} and ${silent})`;
    case "planned":
      return sql`(${isOpen(scope)} and ${next} >= ${today} and not ${isBefore(scope, tomorrow)} and not (${silent}))`;
    default:
      return signal satisfies never;
  }
}

/** Whether the next action comes before that day begins for the viewer. What has an hour was kept under its day on the clock it was planned on, which
 *  may be the day beside: the index is sought a day wider. */
function isBefore({ prospects, viewer }: Scope, day: Day): SQL {
  const { nextActionOn, nextActionAtUtc } = prospects;
  return sql`iif(${nextActionAtUtc} is null, ${nextActionOn} < ${day}, ${nextActionAtUtc} < ${toInstant(`${day}T00:00`, viewer.zone).instant})`;
}

/** With a plus before it the day of closing finds no index: what was quoted has its own, the others would all be walked. */
export function isOpen({ prospects }: Scope, plus: SQL = sql``): SQL {
  return sql`(${plus}${prospects.closedAt} is null and ${prospects.status} <> 'lost' and ${prospects.status} <> 'converted' and ${prospects.latestOrderId} is null)`;
}

export const openSignals = signals.filter((signal) => signal !== "ordered" && signal !== "cancelled");

export type Stretch = { signal: Signal; where: SQL | undefined; orderBy: SQL[] };

/** The queue in order of urgency, one stretch of the index per signal: from where the last page ended, or backwards from where it began. */
export function stretches(scope: Scope, filters: ProspectFilters, shown: readonly Signal[]): Stretch[] {
  const from = filters.cursor?.filters === filtersMark(filters) ? filters.cursor : undefined;
  const [at, value] = splitPlace(from?.value);
  const order = from?.isBack ? shown.toReversed() : shown;
  const begin = from ? (order as readonly string[]).indexOf(at) : 0;
  return order.slice(Math.max(begin, 0)).map((signal) => {
    const isWithin = from !== undefined && signal === at;
    const sort = from?.isBack && !isWithin ? "-urgency" : "urgency";
    const cursor = isWithin ? { ...from, value: isDated(signal) ? value : Number(value), filters: filtersMark({ ...filters, sort }) } : undefined;
    const { where, orderBy } = keyset({ ...filters, sort, cursor }, placeWithin(scope, signal), scope.prospects.id);
    return { signal, where, orderBy };
  });
}

/** What the cursor remembers of a row. */
export function placeOf(signal: Signal, { id, nextActionOn }: { id: number; nextActionOn: string | null }): string {
  return `${signal} ${isDated(signal) ? nextActionOn : id}`;
}

function splitPlace(value: string | number | undefined): [string, string] {
  const [signal = "", place = ""] = String(value ?? "").split(" ");
  return [signal, place];
}

function placeWithin({ prospects }: Scope, signal: Signal): SQL {
  return isDated(signal) ? sql`${prospects.nextActionOn}` : sql`${prospects.id}`;
}

function isDated(signal: Signal): boolean {
  return signal !== "no_action" && signal !== "ordered" && signal !== "cancelled";
}
