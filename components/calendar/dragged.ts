import { DateTime } from "luxon";
import type { CalendarView } from "@/lib/calendar/filters";
import { daysBetween } from "@/lib/core/dates";
import type { LiveEvent } from "./event-look";

type Dropped = { start: string | Date; end: string | Date; isAllDay?: boolean };
type Place = { view: CalendarView; zone: string };
/** Where something was put, as the form that moves it says it. */
export type Moved = { date: string; time: string; minutes?: number };

/** Dropped on another day or hour. In a month what has an hour keeps it. */
export function dropped(event: LiveEvent & { start: Date }, { start, isAllDay }: Dropped, { view, zone }: Place): Moved {
  const [date = "", time = ""] = wall(new Date(start), zone).split("T");
  if (view === "mes") return { date, time: event.isAllDay ? "" : wall(event.start, zone).slice(11) };
  return { date, time: isAllDay ? "" : time };
}

/** Drawn longer or shorter by one of its ends: whole days by the day, hours by the minute. */
export function stretched(event: LiveEvent, { start, end }: Dropped, { zone }: Place): Moved {
  const [date = "", time = ""] = wall(new Date(start), zone).split("T");
  if (event.isAllDay) return { date, time: "", minutes: Math.max(1, daysBetween(date, wall(new Date(end), zone).slice(0, 10))) * 1440 };
  return { date, time, minutes: Math.max(1, Math.round((new Date(end).getTime() - new Date(start).getTime()) / 60_000)) };
}

/** The form that asks which times of what comes again are meant, with where it was put. */
export function askedMove(id: number, to: Moved, here: string): string {
  const { minutes, ...when } = to;
  return `/activities/${id}?${new URLSearchParams({ do: "move", ...when, ...(minutes !== undefined && { minutes: String(minutes) }), calendar: here })}`;
}

export function instantOf(text: string, zone: string): Date {
  return DateTime.fromISO(text, { zone }).toJSDate();
}

export function wall(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}
