import { dayOfStart } from "@/lib/activities/when";
import { byDay, mostPerDay } from "@/lib/calendar/days";
import type { CalendarView } from "@/lib/calendar/filters";
import { addDays, type Day } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import type { CalendarEvent, LiveEvent } from "./event-look";
import { hoursText } from "./hours-text";

/** What the calendar drawn by scripts gets: the events, and on a day that has more than these a bar that leads to that day. */
export function liveEvents(events: readonly CalendarEvent[], days: readonly Day[], view: CalendarView): LiveEvent[] {
  if (view === "dia") return events.map(lean);
  const placed = [...byDay(events, days, current().zone)];
  const crowded = placed.filter(([, ofDay]) => ofDay.length > mostPerDay[view]);
  const shown = new Set(placed.flatMap(([, ofDay]) => ofDay.slice(0, mostPerDay[view])));
  return [...crowded.map(([day], index) => moreBar(day, index)), ...events.filter((event) => shown.has(event)).map(lean)];
}

function lean(event: CalendarEvent): LiveEvent {
  const { id, title, who, whoHref, time, isDone, isMovable, isOfMany, isClash, isAllDay, startsAt, endsAt, startsAtUtc, endsAtUtc, color, ink } = event;
  const when = isAllDay ? { isAllDay, startsAt, endsAt } : { startsAtUtc, endsAtUtc, hours: hoursText(event, dayOfStart(event)) };
  return {
    ...{ id, title, color, ...when },
    ...{
      ...(who !== null && { who }),
      ...(who !== title && whoHref !== null && { whoHref }),
      ...(time !== null && { time }),
      ...(ink !== null && { ink }),
      ...(isDone && { isDone }),
      ...(isMovable && { isMovable }),
      ...(isClash && { isClash }),
      ...(isMovable && isOfMany && { isOfMany }),
    },
  };
}

function moreBar(day: Day, index: number): LiveEvent {
  return { id: -1 - index, title: t("calendar.many_more"), day, isAllDay: true, startsAt: day, endsAt: addDays(day, 1), color: "arena" };
}
