import { timeOfRow } from "@/lib/calendar/clock";
import { columnsPerDay, type Grid, type GridDay } from "@/lib/calendar/grid";
import { type Day, weekday } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { formatTime, longDate, longDateWithWeekday, weekdayName } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { DetailedEvent } from "./event-look";
import { GridBand } from "./grid-band";
import { GridCell } from "./grid-cell";

type Props = {
  label: string;
  grid: Grid<DetailedEvent>;
  today: Day;
  mayCreate: boolean;
  dayHref: (day: Day) => string;
  /** The same days with the hours that are left out, or without them. */
  hoursHref: string;
};

/** The week or the day as a table: half an hour a row, what happens at once side by side. */
export function HourGrid({ label, grid, today, mayCreate, dayHref, hoursHref }: Props) {
  const { from, to, days, band, isCut } = grid;
  const rows = Array.from({ length: to - from }, (_, index) => from + index);
  const isOneDay = days.length === 1;
  return (
    <>
      <table className={isOneDay ? "hours one" : "hours"}>
        <caption className="visually-hidden">{label}</caption>
        <colgroup>
          <col className="hour" />
          <col span={days.length * columnsPerDay} />
        </colgroup>
        {!isOneDay && (
          <thead>
            <tr>
              <td />
              {days.map((day) => (
                <DayHead key={day.day} day={day} isToday={day.day === today} href={dayHref(day.day)} />
              ))}
            </tr>
          </thead>
        )}
        <GridBand band={band} days={days.map(({ day }) => day)} mayCreate={mayCreate} dayHref={dayHref} />
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {row % 2 === 0 && (
                <th scope="row" rowSpan={2}>
                  <time>{formatTime(timeOfRow(row))}</time>
                </th>
              )}
              {days.map(({ day, cells }) =>
                cells
                  .get(row)
                  ?.map((cell, lane) => (
                    <GridCell
                      key={lane}
                      cell={cell}
                      day={day}
                      row={row}
                      isToday={day === today && !isOneDay}
                      isOneDay={isOneDay}
                      mayCreate={mayCreate}
                      dayHref={dayHref(day)}
                    />
                  )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ClockNotes days={days} />
      <p className="soft hours-more">
        <a href={hoursHref}>{t(isCut ? "calendar.whole_day_hours" : "calendar.working_hours")}</a>
      </p>
    </>
  );
}

function DayHead({ day: { day, isCrowded }, isToday, href }: { day: GridDay<DetailedEvent>; isToday: boolean; href: string }) {
  return (
    <th scope="col" colSpan={columnsPerDay} aria-current={isToday ? "date" : undefined}>
      <a className="day" href={href} title={longDateWithWeekday(day)}>
        {weekdayName(weekday(day), "short")} <b>{Number(day.slice(8))}</b>
      </a>
      {isCrowded && (
        <a className="more" href={href}>
          {t("calendar.many_more")}
        </a>
      )}
    </th>
  );
}

/** Says why an hour is missing, or comes twice. */
function ClockNotes({ days }: { days: GridDay<DetailedEvent>[] }) {
  const { zone } = current();
  return days.map(
    ({ day, change }) =>
      change && (
        <p key={day} className="soft hours-more">
          {t(`calendar.clock_${change}`, { date: longDate(day), zone })}
        </p>
      ),
  );
}
