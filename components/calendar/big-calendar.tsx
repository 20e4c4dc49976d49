"use client";

import { DateTime, Settings } from "luxon";
import { type ReactNode, startTransition, useActionState, useEffect, useMemo, useRef } from "react";
import { Calendar, luxonLocalizer, type View } from "react-big-calendar";
import withDragAndDrop from "react-big-calendar/lib/addons/dragAndDrop";
import type { CalendarView } from "@/lib/calendar/filters";
import { type FormAction, untouched } from "@/lib/web/form-state";
import "./big-calendar.css";
import type { CalendarWords } from "./big-calendar-words";
import { calendarFormats } from "./calendar-formats";
import { askedMove, dropped, instantOf, type Moved, stretched, wall } from "./dragged";
import { eventClass, eventText, type LiveEvent } from "./event-look";

export type BigCalendarProps = {
  view: CalendarView;
  date: string;
  zone: string;
  weekStart: 1 | 7;
  isTwelve: boolean;
  events: LiveEvent[];
  words: CalendarWords;
  /** How many days the agenda shows. */
  days: number;
  move: FormAction;
  /** The query of this page, to come back to. */
  here: string;
  mayCreate: boolean;
};

type Shown = LiveEvent & { start: Date; end: Date };
const Draggable = withDragAndDrop<Shown>(Calendar<Shown>);
const views: Record<CalendarView, View> = { mes: "month", semana: "week", dia: "day", agenda: "agenda" };

/** The same days, to drag on. It goes nowhere by itself: whatever it is asked leads to an address or posts the form. */
export default function BigCalendar({ view, date, zone, weekStart, isTwelve, events, words, days, move, here, mayCreate }: BigCalendarProps) {
  Settings.defaultZone = zone;
  Settings.defaultLocale = document.documentElement.lang || "es";
  const localizer = useMemo(() => luxonLocalizer(DateTime, { firstDayOfWeek: weekStart }), [weekStart]);
  const [state, submit, isMoving] = useActionState(move, untouched);
  const shown = useMemo(() => events.map((event) => ({ ...event, ...bounds(event, zone) })), [events, zone]);
  const parts = useMemo(() => ({ event: gridEvent(view, words.clash), agenda: { event: agendaEvent(here, words.clash) } }), [here, view, words.clash]);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const observer = new MutationObserver(() => mend(box.current, words.hours));
    observer.observe(box.current!, { childList: true, subtree: true });
    mend(box.current, words.hours);
    return () => observer.disconnect();
  }, [words.hours]);
  const put = (event: Shown, to: Moved) => {
    if (event.isOfMany) return location.assign(askedMove(event.id, to, here));
    const body = new FormData();
    for (const [name, value] of Object.entries({ id: event.id, ...to, calendar: here, saveOverlapAnyway: "on", _submission: crypto.randomUUID() }))
      body.set(name, String(value));
    startTransition(() => submit(body));
  };
  const refusal = Object.values(state.errors)[0];

  return (
    <section ref={box} aria-label={words.label} aria-busy={isMoving}>
      {refusal && (
        <p role="alert" className="notice late">
          {refusal}
        </p>
      )}
      <Draggable
        localizer={localizer}
        events={shown}
        date={instantOf(date, zone)}
        view={views[view]}
        views={["month", "week", "day", "agenda"]}
        toolbar={false}
        length={days - 1}
        titleAccessor={eventText}
        tooltipAccessor={({ hours = "", ...event }) => `${hours} ${eventText(event)}`.trim()}
        allDayAccessor="isAllDay"
        draggableAccessor="isMovable"
        resizableAccessor={(event) => event.isMovable === true && (view !== "mes" || event.isAllDay === true)}
        resizable
        selectable={mayCreate}
        popup={false}
        messages={{ ...words, showMore: (count, _rest, all) => (all.some(({ day }) => day) ? words.manyMore : words.more.replace("#", String(count))) }}
        formats={calendarFormats(isTwelve, words)}
        eventPropGetter={(event) => (view === "agenda" ? {} : { className: eventClass(event) })}
        components={parts}
        scrollToTime={instantOf(`${date}T08:00`, zone)}
        onNavigate={() => {}}
        onView={() => {}}
        onDrillDown={(day) => location.assign(dayPath(here, wall(day, zone).slice(0, 10)))}
        onShowMore={(_events, day) => location.assign(dayPath(here, wall(day, zone).slice(0, 10)))}
        onSelectEvent={({ id, day }) => location.assign(day ? dayPath(here, day) : `/activities/${id}`)}
        onSelectSlot={({ start, action }) => action !== "select" && location.assign(newActivity(wall(start, zone), view))}
        onEventDrop={({ event, ...to }) => put(event, dropped(event, to, { view, zone }))}
        onEventResize={({ event, ...to }) => put(event, stretched(event, to, { view, zone }))}
      />
    </section>
  );
}

/** What is planned, and beside it whom it is about, each leading to its own page. */
function gridEvent(view: CalendarView, clash: string) {
  return function GridEvent({ event }: { event: Shown }) {
    const time = view === "mes" && event.time ? `${event.time} ` : "";
    const mark = event.isClash && (view === "mes" || view === "semana" ? <Mark>{clash}</Mark> : `⚠ ${clash} · `);
    if (event.whoHref === undefined) {
      return (
        <>
          {mark}
          {time}
          {eventText(event)}
        </>
      );
    }
    return (
      <>
        {mark}
        {time}
        <OwnLink href={`/activities/${event.id}`}>{event.title}</OwnLink> ·{" "}
        <OwnLink href={event.whoHref} className="whom">
          {event.who}
        </OwnLink>
      </>
    );
  };
}

function Mark({ children }: { children: string }) {
  return (
    <>
      <span aria-hidden="true">⚠ </span>
      <span className="visually-hidden">{children} </span>
    </>
  );
}

/** A link within something that is dragged and leads somewhere itself. */
function OwnLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  return (
    <a href={href} className={className} draggable={false} onClick={(event) => event.stopPropagation()}>
      {children}
    </a>
  );
}

function agendaEvent(here: string, clash: string) {
  return function AgendaEvent({ event }: { event: Shown }) {
    return (
      <a href={event.day ? dayPath(here, event.day) : `/activities/${event.id}`}>
        <span className={`mark color-${event.color}`} aria-hidden="true" />
        {event.isClash && `⚠ ${clash} · `}
        {eventText(event)}
      </a>
    );
  };
}

/** The day's own page, of the same people. */
function dayPath(here: string, day: string): string {
  const query = new URLSearchParams(here);
  query.set("vista", "dia");
  query.set("fecha", day);
  return `/calendar?${query}`;
}

/** Heads and rows claim to be parts of a table that is not there, or not whole; without the claim they are read as text. What holds links is no
 *  button. The hours scroll, and keys reach them. */
function mend(box: HTMLElement | null, hours: string) {
  for (const element of box?.querySelectorAll(".rbc-event:has(a)") ?? []) {
    element.removeAttribute("role");
    element.removeAttribute("tabindex");
  }
  for (const element of box?.querySelectorAll(".rbc-time-content") ?? []) {
    element.setAttribute("role", "region");
    element.setAttribute("aria-label", hours);
    element.setAttribute("tabindex", "0");
  }
  for (const element of box?.querySelectorAll(".rbc-time-header :is([role], [aria-sort]), .rbc-month-view, .rbc-month-view :is([role], [aria-sort])") ?? []) {
    if (element.getAttribute("role") === "button") continue;
    element.removeAttribute("role");
    element.removeAttribute("aria-sort");
  }
}

/** A whole day stands on its date in the viewer's zone, wherever it was planned. */
function bounds({ isAllDay, startsAt = "", endsAt = "", startsAtUtc = 0, endsAtUtc = 0 }: LiveEvent, zone: string) {
  return isAllDay ? { start: instantOf(startsAt, zone), end: instantOf(endsAt, zone) } : { start: new Date(startsAtUtc), end: new Date(endsAtUtc) };
}

function newActivity(start: string, view: CalendarView): string {
  const [day, time] = start.split("T");
  return view === "mes" ? `/activities/new?date=${day}` : `/activities/new?date=${day}&time=${time}`;
}
