import type { Band } from "@/lib/calendar/band";
import { columnsPerDay } from "@/lib/calendar/grid";
import type { Day } from "@/lib/core/dates";
import { longDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { EventBox } from "./event-links";
import { type DetailedEvent, eventText } from "./event-look";
import { WholeEvent } from "./grid-cell";

type Props = { band: Band<DetailedEvent>; days: Day[]; mayCreate: boolean; dayHref: (day: Day) => string };

/** What takes whole days, over the hours: one bar each, as many days long as it lasts. */
export function GridBand({ band: { rows, left }, days, mayCreate, dayHref }: Props) {
  const count = rows.length + Number(left.size > 0) + Number(mayCreate);
  if (count === 0) return null;
  const lines = rows.map((bars, row) => {
    const starts = bars.map((_, index) => bars.slice(0, index).reduce((sum, bar) => sum + bar.days, 0));
    return (
      <tr key={`bars ${row}`}>
        {row === 0 && <BandHead rows={count} />}
        {bars.map(({ days: length, event }, index) => (
          <td key={starts[index]} colSpan={length * columnsPerDay} className={event && "taken"}>
            {event && (days.length === 1 ? <WholeEvent event={event} day={days[0]!} dayHref={dayHref(days[0]!)} /> : <BarEvent event={event} />)}
          </td>
        ))}
      </tr>
    );
  });
  return (
    <tbody className="band">
      {lines}
      {left.size > 0 && (
        <tr>
          {days.map((day) => (
            <td key={day} colSpan={columnsPerDay}>
              {left.has(day) && (
                <a className="more" href={dayHref(day)}>
                  {t("calendar.more", { count: left.get(day)! })}
                </a>
              )}
            </td>
          ))}
        </tr>
      )}
      {mayCreate && (
        <tr>
          {rows.length === 0 && <BandHead rows={count} />}
          {days.map((day) => (
            <td key={day} colSpan={columnsPerDay}>
              <a href={`/activities/new?date=${day}`} aria-label={t("calendar.new_on", { date: longDate(day) })}>
                +
              </a>
            </td>
          ))}
        </tr>
      )}
    </tbody>
  );
}

function BandHead({ rows }: { rows: number }) {
  return (
    <th scope="rowgroup" rowSpan={rows}>
      {t("calendar.all_day")}
    </th>
  );
}

function BarEvent({ event }: { event: DetailedEvent }) {
  return (
    <EventBox event={event} title={`${event.span} ${eventText(event)}`} isTight>
      {({ name, who }) => (
        <span>
          {event.time && `${event.span} `}
          {name}
          {who && <> · {who}</>}
        </span>
      )}
    </EventBox>
  );
}
