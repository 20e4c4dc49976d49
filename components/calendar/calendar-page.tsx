import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { daysOf, mostPerDay } from "@/lib/calendar/days";
import { type CalendarFilters, type CalendarView, calendarViews } from "@/lib/calendar/filters";
import type { Person } from "@/lib/calendar/team";
import type { Day } from "@/lib/core/dates";
import { withQuery } from "@/lib/core/links";
import { current } from "@/lib/i18n/current";
import { longDate, longDateWithWeekday, monthOfYear } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { calendarWords } from "./big-calendar-words";
import { CalendarPlain } from "./calendar-plain";
import { type CalendarChoices, CalendarTools } from "./calendar-tools";
import type { DetailedEvent } from "./event-look";
import { Legend } from "./legend";
import { LiveCalendar } from "./live-calendar";
import { liveEvents } from "./live-events";

type Props = {
  filters: CalendarFilters;
  date: Day;
  today: Day;
  events: DetailedEvent[];
  choices: CalendarChoices;
  people?: Person[];
  mayCreate: boolean;
  move: FormAction;
};

const path = "/calendar";
const viewWords = { mes: "calendar.views.month", semana: "calendar.views.week", dia: "calendar.views.day", agenda: "calendar.views.agenda" } as const;

/** The server's page is the calendar; with scripts, on a wide screen, one can also drag on it. */
export function CalendarPage({ filters, date, today, events, choices, people, mayCreate, move }: Props) {
  const { zone, pack } = current();
  const view = filters.vista;
  const days = daysOf(view, date, pack.weekStart);
  const address = (changes: Partial<Record<keyof CalendarFilters, string | undefined>>) => withQuery(path, filters, changes);
  const dayHref = (day: Day) => address({ vista: "dia", fecha: day });
  const label = titleOf(view, date, days);
  const plain = (
    <CalendarPlain
      {...{ view, label, days, today, events, people, mayCreate, dayHref }}
      month={date.slice(0, 7)}
      isWhole={filters.horas !== undefined}
      personHref={(id) => address({ ejecutivo: String(id), fecha: date })}
      hoursHref={address({ horas: filters.horas ? undefined : "todas" })}
    />
  );
  const isCrowded = view === "dia" && events.length > mostPerDay.dia;
  return (
    <main>
      <title>{`${t("calendar.title")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.calendar")} title={t("calendar.title")} soft={label} actions={mayCreate && <NewAppointment date={date} />} />
      <Tabs
        label={t("calendar.view")}
        items={calendarViews.map((vista, index) => ({ href: address({ vista }), label: t(viewWords[vista]), current: vista === view, keys: `${index + 1}` }))}
      />
      <CalendarTools {...{ filters, date, choices, address }} />
      {isCrowded && <p className="soft">{t("calendar.only_first", { count: mostPerDay.dia })}</p>}
      {people ? (
        plain
      ) : (
        <LiveCalendar
          view={view}
          date={date}
          zone={zone}
          weekStart={pack.weekStart}
          isTwelve={pack.hourCycle === 12}
          events={liveEvents(events, days, view)}
          words={calendarWords()}
          days={days.length}
          move={move}
          here={address({ fecha: date }).slice(path.length)}
          mayCreate={mayCreate}
        >
          {plain}
        </LiveCalendar>
      )}
      <Legend events={events} />
      <p>
        <a href="/settings/me#calendar">{t("calendar.subscribe")}</a>
      </p>
    </main>
  );
}

function NewAppointment({ date }: { date: Day }) {
  return (
    <ButtonLink href={`/activities/new?date=${date}`} look="main" icon="plus" aria-keyshortcuts="c">
      {t("calendar.new")}
    </ButtonLink>
  );
}

function titleOf(view: CalendarView, date: Day, days: readonly Day[]): string {
  if (view === "mes") return monthOfYear(date);
  if (view === "semana") return t("calendar.week_of", { date: longDate(days[0]!) });
  return view === "dia" ? longDateWithWeekday(date) : `${longDate(days[0]!)} – ${longDate(days.at(-1)!)}`;
}
