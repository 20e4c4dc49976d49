import { byDay, mostPerDay } from "@/lib/calendar/days";
import type { CalendarView } from "@/lib/calendar/filters";
import { addDays, type Day } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import type { DetailedEvent, LiveEvent } from "./event-look";

/** What the calendar drawn by scripts gets: the events, and on a day that has more than these a bar that leads to that day. */
export function liveEvents(events: readonly DetailedEvent[], days: readonly Day[], view: CalendarView): LiveEvent[] {
  const shown = events.map(({ owner: _owner, place: _place, ...event }) => event);
  if (view === "dia") return shown;
  const crowded = [...byDay(events, days, current().zone)].filter(([, placed]) => placed.length > mostPerDay[view]);
  return [...crowded.map(([day], index) => moreBar(day, index)), ...shown];
}

function moreBar(day: Day, index: number): LiveEvent {
  return {
    ...{ id: -1 - index, kind: "note", title: t("calendar.many_more"), who: null, time: null, span: "", day },
    ...{ isDone: false, isMovable: false, isAllDay: true, startsAt: day, endsAt: addDays(day, 1), startsAtUtc: 0, endsAtUtc: 0 },
    ...{ color: "arena", ink: null },
  };
}
