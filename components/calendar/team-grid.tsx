import { timeOfRow } from "@/lib/calendar/clock";
import { columnsPerDay } from "@/lib/calendar/grid";
import type { Team } from "@/lib/calendar/team";
import type { Day } from "@/lib/core/dates";
import { formatTime } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { DetailedEvent } from "./event-look";
import { GridCell, WholeEvent } from "./grid-cell";

type Props = { label: string; team: Team<DetailedEvent>; day: Day; mayCreate: boolean; dayHref: string; personHref: (id: number) => string; hoursHref: string };

/** One day of the people of a group, side by side. */
export function TeamGrid({ label, team: { from, to, columns, isCut }, day, mayCreate, dayHref, personHref, hoursHref }: Props) {
  const rows = Array.from({ length: to - from }, (_, index) => from + index);
  const hasWhole = columns.some(({ whole }) => whole.length > 0);
  return (
    <>
      <div className="table-wrap scrolls" {...{ tabIndex: 0, role: "region", "aria-label": label }}>
        <table className="hours team">
          <caption className="visually-hidden">{label}</caption>
          <colgroup>
            <col className="hour" />
            <col span={columns.length * columnsPerDay} />
          </colgroup>
          <thead>
            <tr>
              <td />
              {columns.map(({ person }) => (
                <th key={person.id} scope="col" colSpan={columnsPerDay}>
                  <a className="day" href={personHref(person.id)}>
                    {person.name}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          {hasWhole && (
            <tbody className="band">
              <tr>
                <th scope="row">{t("calendar.all_day")}</th>
                {columns.map(({ person, whole }) => (
                  <td key={person.id} colSpan={columnsPerDay} className={whole.length > 0 ? "taken" : undefined}>
                    {whole.map((event) => (
                      <WholeEvent key={event.id} event={event} day={day} dayHref={dayHref} />
                    ))}
                  </td>
                ))}
              </tr>
            </tbody>
          )}
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                {row % 2 === 0 && (
                  <th scope="row" rowSpan={2}>
                    <time>{formatTime(timeOfRow(row))}</time>
                  </th>
                )}
                {columns.map(({ person, cells }) =>
                  cells
                    .get(row)
                    ?.map((cell, lane) => (
                      <GridCell key={`${person.id} ${lane}`} {...{ cell, day, row, mayCreate, dayHref }} isToday={false} isOneDay={false} owner={person} />
                    )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft hours-more">
        <a href={hoursHref}>{t(isCut ? "calendar.whole_day_hours" : "calendar.working_hours")}</a>
      </p>
    </>
  );
}
