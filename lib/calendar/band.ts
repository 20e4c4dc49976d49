import { type Day, daysBetween } from "@/lib/core/dates";
import { type Placed, spanOf } from "./days";

/** A bar over some of the days, or as many days without one. */
export type Bar<Event> = { days: number; event?: Event };
export type Band<Event> = { rows: Bar<Event>[][]; left: Map<Day, number> };

/** What takes whole days, laid over the days it takes in up to `most` rows; `left` counts what found none. */
export function bandOf<Event extends Placed>(events: readonly Event[], days: readonly Day[], zone: string, most: number): Band<Event> {
  const rows: { next: number; bars: Bar<Event>[] }[] = [];
  const left = new Map<Day, number>();
  for (const { event, from, to } of clipped(events, days, zone)) {
    const row = rows.find(({ next }) => next <= from) ?? (rows.length < most ? { next: 0, bars: [] } : undefined);
    if (!row) {
      for (const day of days.slice(from, to)) left.set(day, (left.get(day) ?? 0) + 1);
      continue;
    }
    if (!rows.includes(row)) rows.push(row);
    if (from > row.next) row.bars.push({ days: from - row.next });
    row.bars.push({ days: to - from, event });
    row.next = to;
  }
  return { rows: rows.map(({ next, bars }) => (next < days.length ? [...bars, { days: days.length - next }] : bars)), left };
}

function clipped<Event extends Placed>(events: readonly Event[], days: readonly Day[], zone: string) {
  const placed = events.map((event) => {
    const { first, last } = spanOf(event, zone);
    return { event, from: Math.max(0, daysBetween(days[0]!, first)), to: Math.min(days.length, daysBetween(days[0]!, last) + 1) };
  });
  return placed.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from || b.to - a.to);
}
