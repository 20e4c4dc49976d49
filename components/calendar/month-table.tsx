import { byDay, mostPerDay } from "@/lib/calendar/days";
import { type Day, weekday } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { longDate, longDateWithWeekday, monthOfYear, weekdayName } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { EventBox } from "./event-links";
import type { CalendarEvent } from "./event-look";
import { hoursText } from "./hours-text";

type Props = { days: Day[]; month: string; today: Day; events: CalendarEvent[]; mayCreate: boolean; dayHref: (day: Day) => string };

const shownPerDay = 3;

/** The month as what it is, a table: each day leads to its page, each appointment to its own. */
export function MonthTable({ days, month, today, events, mayCreate, dayHref }: Props) {
  const placed = byDay(events, days, current().zone);
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    <table className="month">
      <caption className="visually-hidden">{monthOfYear(`${month}-01`)}</caption>
      <thead>
        <tr>
          {days.slice(0, 7).map((day) => (
            <th key={day} scope="col">
              <abbr title={weekdayName(weekday(day))}>{weekdayName(weekday(day), "short")}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} className={day.startsWith(month) ? undefined : "other"} aria-current={day === today ? "date" : undefined}>
                <DayCell day={day} events={placed.get(day) ?? []} href={dayHref(day)} mayCreate={mayCreate} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, events, href, mayCreate }: { day: Day; events: CalendarEvent[]; href: string; mayCreate: boolean }) {
  const rest = events.length - shownPerDay;
  return (
    <>
      <span className="day-head">
        <a className="day" href={href} aria-label={t("calendar.day_of", { date: longDateWithWeekday(day), count: events.length })}>
          {Number(day.slice(8))}
        </a>
        {mayCreate && (
          <a className="add" href={`/activities/new?date=${day}`} aria-label={t("calendar.new_on", { date: longDate(day) })}>
            +
          </a>
        )}
      </span>
      {events.slice(0, shownPerDay).map((event) => (
        <EventBox key={event.id} event={event} isTight title={hoursText(event, day)}>
          {({ name, who }) => (
            <>
              {event.time} {name}
              {who && <> · {who}</>}
            </>
          )}
        </EventBox>
      ))}
      {rest > 0 && (
        <a className="more" href={href}>
          {events.length > mostPerDay.mes ? t("calendar.many_more") : t("calendar.more", { count: rest })}
        </a>
      )}
    </>
  );
}
