import type { Day } from "@/lib/core/dates";
import { type Band, bandOf } from "./band";
import { clockChange, rowsOn, rowsPerDay } from "./clock";
import { byDay, type Placed } from "./days";
import { type Cluster, clustersOf } from "./lanes";

/** Columns of each day: one, two or three things at once share them evenly. */
export const columnsPerDay = 6;
const mostLanes = 3;
const mostBars = 6;
const working = { from: 14, to: 40 };
const dayLength = 86_400_000;

type Cells = { rows: number; columns: number };
export type Cell<Event> = ({ kind: "events"; events: Event[] } | { kind: "free" | "missing" | "beside" }) & Cells;
export type GridDay<Event> = { day: Day; cells: Map<number, Cell<Event>[]>; change?: "forward" | "back"; isCrowded: boolean };
export type Grid<Event> = { from: number; to: number; isCut: boolean; days: GridDay<Event>[]; band: Band<Event> };

/** The days as a table of half hours: working hours, and as many more as what happens takes. Of each day at most `most`. */
export function gridOf<Event extends Placed>(
  events: readonly Event[],
  days: readonly Day[],
  zone: string,
  { most, isWhole }: { most: number; isWhole: boolean },
): Grid<Event> {
  const placed = [...byDay(events, days, zone)].map(([day, all]) => ({ day, shown: all.slice(0, most), isCrowded: all.length > most }));
  const long = new Set(placed.flatMap(({ shown }) => shown.filter(isLong)));
  const clustered = placed.map(({ day, shown, isCrowded }) => ({ day, isCrowded, clusters: clustersOn(day, shown, zone) }));
  const range = isWhole ? wholeDay : rangeOf(clustered.flatMap(({ clusters }) => clusters));
  return {
    ...range,
    isCut: isCut(range),
    days: clustered.map(({ day, isCrowded, clusters }) => {
      const { change, missing } = clockChange(day, zone);
      return { day, isCrowded, change, cells: cellsOf(clusters, range, missing) };
    }),
    band: bandOf([...long], days, zone, days.length === 1 ? most : mostBars),
  };
}

export const wholeDay = { from: 0, to: rowsPerDay };

export function isCut({ from, to }: { from: number; to: number }): boolean {
  return to - from < rowsPerDay;
}

/** What begins and ends by the hour on the day, side by side. */
export function clustersOn<Event extends Placed>(day: Day, events: readonly Event[], zone: string): Cluster<Event>[] {
  return clustersOf(
    events.filter((event) => !isLong(event)).map((event) => ({ event, ...rowsOn(day, event.startsAtUtc, event.endsAtUtc, zone) })),
    mostLanes,
  );
}

export function isLong({ isAllDay, startsAtUtc, endsAtUtc }: Placed): boolean {
  return isAllDay || endsAtUtc - startsAtUtc >= dayLength;
}

/** Working hours, and as many more as what happens takes. */
export function rangeOf(clusters: readonly Cluster<unknown>[]): { from: number; to: number } {
  const from = Math.min(working.from, ...clusters.map((one) => one.from));
  const to = Math.max(working.to, ...clusters.map((one) => one.to));
  return { from: from - (from % 2), to: to + (to % 2) };
}

export function cellsOf<Event>(clusters: readonly Cluster<Event>[], range: { from: number; to: number }, missing: ReadonlySet<number>) {
  const cells = new Map<number, Cell<Event>[]>();
  const put = (row: number, cell: Cell<Event>) => cells.set(row, [...(cells.get(row) ?? []), cell]);
  let row = range.from;
  for (const cluster of clusters) {
    putFree(row, cluster.from, missing, put);
    putCluster(cluster, put);
    row = cluster.to;
  }
  putFree(row, range.to, missing, put);
  return cells;
}

/** Hour by hour, or the half that is left of one. */
function putFree<Event>(from: number, to: number, missing: ReadonlySet<number>, put: (row: number, cell: Cell<Event>) => void) {
  for (let row = from; row < to; ) {
    const isWhole = row % 2 === 0 && row + 1 < to && missing.has(row) === missing.has(row + 1);
    put(row, { kind: missing.has(row) ? "missing" : "free", rows: isWhole ? 2 : 1, columns: columnsPerDay });
    row += isWhole ? 2 : 1;
  }
}

function putCluster<Event>({ from, to, lanes }: Cluster<Event>, put: (row: number, cell: Cell<Event>) => void) {
  const columns = columnsPerDay / lanes.length;
  for (const lane of lanes) {
    let row = from;
    for (const block of lane) {
      if (block.from > row) put(row, { kind: "beside", rows: block.from - row, columns });
      put(block.from, { kind: "events", rows: block.to - block.from, columns, events: block.events });
      row = block.to;
    }
    if (row < to) put(row, { kind: "beside", rows: to - row, columns });
  }
}
