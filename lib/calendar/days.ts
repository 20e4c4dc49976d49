import { addDays, addMonths, type Day, dayOf, daysBetween, firstOfMonth, lastOfMonth, weekday } from "@/lib/core/dates";
import type { CalendarView } from "./filters";

export type WeekStart = 1 | 7;
const agendaDays = 30;

/** How many of a day a view holds; the day's own page holds the rest. */
export const mostPerDay: Record<CalendarView, number> = { mes: 4, semana: 25, dia: 200, agenda: 15 };

/** The days a view shows. */
export function daysOf(view: CalendarView, date: Day, weekStart: WeekStart): Day[] {
  switch (view) {
    case "mes": {
      const first = firstOfWeek(firstOfMonth(date), weekStart);
      const last = addDays(firstOfWeek(lastOfMonth(date), weekStart), 6);
      return run(first, daysBetween(first, last) + 1);
    }
    case "semana":
      return run(firstOfWeek(date, weekStart), 7);
    case "dia":
      return [date];
    case "agenda":
      return run(date, agendaDays);
    default:
      return view satisfies never;
  }
}

/** The date that «Anterior» and «Siguiente» lead to. */
export function stepFrom(view: CalendarView, date: Day, direction: -1 | 1): Day {
  if (view === "mes") return addMonths(firstOfMonth(date), direction);
  const days = { semana: 7, dia: 1, agenda: agendaDays }[view];
  return addDays(date, direction * days);
}

export function firstOfWeek(date: Day, weekStart: WeekStart): Day {
  return addDays(date, -((weekday(date) - weekStart + 7) % 7));
}

export type Placed = { isAllDay: boolean; startsAt: string; endsAt: string; startsAtUtc: number; endsAtUtc: number };

/** What happens on each day, whole days first, then by the hour. An hour belongs to the day it has on the viewer's clock; a whole day to its date everywhere. */
export function byDay<Event extends Placed>(events: readonly Event[], days: readonly Day[], zone: string): Map<Day, Event[]> {
  const sorted = events.toSorted((a, b) => Number(b.isAllDay) - Number(a.isAllDay) || a.startsAtUtc - b.startsAtUtc);
  const spans = sorted.map((event) => ({ event, ...spanOf(event, zone) }));
  return new Map(days.map((day) => [day, spans.filter(({ first, last }) => first <= day && day <= last).map(({ event }) => event)]));
}

/** The first and the last day an event touches for somebody in `zone`. */
export function spanOf({ isAllDay, startsAt, endsAt, startsAtUtc, endsAtUtc }: Placed, zone: string): { first: Day; last: Day } {
  if (isAllDay) return { first: startsAt, last: addDays(endsAt, -1) };
  // What ends at midnight does not touch the day that begins then.
  return { first: dayOf(startsAtUtc, zone), last: dayOf(Math.max(startsAtUtc, endsAtUtc - 1), zone) };
}

function run(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
