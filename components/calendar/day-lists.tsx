import { Tag } from "@/components/ui/tag";
import { byDay } from "@/lib/calendar/days";
import type { Day } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { longDate, longDateWithWeekday } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { Clash } from "./clash";
import type { CalendarEvent } from "./event-look";
import { hoursText } from "./hours-text";
import { moveHref } from "./move-href";

type Props = {
  days: Day[];
  today: Day;
  events: CalendarEvent[];
  mayCreate: boolean;
  /** Days without anything too. */
  isEvery: boolean;
  most: number;
  dayHref: (day: Day) => string;
};

/** Day after day, what there is: the week, the day and the agenda. */
export function DayLists({ days, today, events, mayCreate, isEvery, most, dayHref }: Props) {
  const placed = byDay(events, days, current().zone);
  const shown = days.filter((day) => isEvery || (placed.get(day) ?? []).length > 0);
  if (shown.length === 0) return <p className="soft section">{t("calendar.empty")}</p>;
  return shown.map((day) => (
    <section key={day} aria-current={day === today ? "date" : undefined}>
      <div className="section-head">
        <h2>{longDateWithWeekday(day)}</h2>
        {mayCreate && (
          <a href={`/activities/new?date=${day}`} aria-label={t("calendar.new_on", { date: longDate(day) })}>
            {t("app.add")}
          </a>
        )}
      </div>
      <Agenda day={day} href={dayHref(day)} events={(placed.get(day) ?? []).slice(0, most)} />
      {(placed.get(day) ?? []).length > most && (
        <p>
          <a className="more" href={dayHref(day)}>
            {t("calendar.many_more")}
          </a>
        </p>
      )}
    </section>
  ));
}

function Agenda({ day, href, events }: { day: Day; href: string; events: CalendarEvent[] }) {
  if (events.length === 0) return <p className="soft">{t("calendar.event_count", { count: 0 })}</p>;
  return (
    <ol className="agenda">
      {events.map((event) => (
        <li key={event.id}>
          <time dateTime={event.startsAt}>{event.time ?? t("calendar.all_day")}</time>
          <div>
            <a className="who" href={`/activities/${event.id}`}>
              {event.title}
            </a>{" "}
            {event.isClash && <Clash />}
            <Below event={event} day={day} href={href} />
          </div>
          <Tag color={event.color}>{event.isDone ? t("activities.statuses.done") : t(`activities.kinds.${event.kind}`)}</Tag>
        </li>
      ))}
    </ol>
  );
}

/** Who it is about leads to them, the hours, and the way to put it off. */
function Below({ event: { id, who, whoHref, isMovable, followUpHref, ...event }, day, href }: { event: CalendarEvent; day: Day; href: string }) {
  const hours = hoursText(event, day);
  return (
    <small className="soft">
      {whoHref ? <a href={whoHref}>{who}</a> : who}
      {who && hours && " · "}
      {hours}
      {isMovable && (
        <>
          {(who || hours) && " · "}
          <a href={moveHref(id, href)} aria-label={t("activities.reschedule_it", { subject: event.title })}>
            {t("activities.reschedule")}
          </a>
        </>
      )}
      {followUpHref && (
        <>
          {" · "}
          <a href={followUpHref} aria-label={`${t("prospects.add_follow_up")}: ${event.title}`}>
            {t("prospects.add_follow_up")}
          </a>
        </>
      )}
    </small>
  );
}
