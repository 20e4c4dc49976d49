import { timeOfRow } from "@/lib/calendar/clock";
import type { Cell } from "@/lib/calendar/grid";
import { type Day, weekday } from "@/lib/core/dates";
import { formatTime, weekdayName } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { EventBox } from "./event-links";
import { type DetailedEvent, eventText } from "./event-look";
import { hoursText } from "./hours-text";
import { moveHref } from "./move-href";

type Props = {
  cell: Cell<DetailedEvent>;
  day: Day;
  row: number;
  isToday: boolean;
  isOneDay: boolean;
  mayCreate: boolean;
  dayHref: string;
  owner?: { id: number; name: string };
};

export function GridCell({ cell, day, row, isToday, isOneDay, mayCreate, dayHref, owner }: Props) {
  const { kind, rows, columns } = cell;
  const size = { rowSpan: rows, colSpan: columns, ...(isToday && { className: "today" }) };
  switch (kind) {
    case "events":
      return (
        <td {...size} className={isToday ? "taken today" : "taken"} data-rows={Math.min(rows, 4)}>
          {cell.events.map((event) =>
            isOneDay ? <WholeEvent key={event.id} event={event} day={day} dayHref={dayHref} /> : <ShortEvent key={event.id} event={event} />,
          )}
        </td>
      );
    case "missing":
      return (
        <td {...size} className="missing" title={t("calendar.no_such_hour")}>
          <span className="visually-hidden">{t("calendar.no_such_hour")}</span>
        </td>
      );
    case "free":
      return <td {...size}>{mayCreate && <NewAt day={day} time={timeOfRow(row)} owner={owner} />}</td>;
    case "beside":
      return <td {...size} />;
    default:
      return kind satisfies never;
  }
}

function NewAt({ day, time, owner }: { day: Day; time: string } & Pick<Props, "owner">) {
  const label = t("calendar.new_at", { date: `${weekdayName(weekday(day))} ${Number(day.slice(8))}`, time: formatTime(time) });
  return (
    <a href={`/activities/new?date=${day}&time=${time}${owner ? `&owner=${owner.id}` : ""}`} aria-label={owner ? `${label}, ${owner.name}` : label}>
      +
    </a>
  );
}

/** The hour's row says which half of the day it is. */
function ShortEvent({ event }: { event: DetailedEvent }) {
  return (
    <EventBox event={event} title={`${event.span} ${eventText(event)}`} isTight>
      {({ name, who }) => (
        <span>
          {event.time?.split("\u00a0")[0]} {name}
          {who && <> · {who}</>}
        </span>
      )}
    </EventBox>
  );
}

/** With who it is about, who goes and where, and the way to put it off. */
export function WholeEvent({ event, day, dayHref }: { event: DetailedEvent; day: Day; dayHref: string }) {
  const hours = hoursText(event, day);
  const rest = [event.owner, event.place].filter(Boolean).join(" · ");
  return (
    <EventBox event={event} isDivided={event.isMovable}>
      {({ name, who }) => (
        <>
          <b>{name}</b>{" "}
          <span>
            {hours}
            {who && hours && " · "}
            {who}
            {rest && (who || hours) && " · "}
            {rest}
          </span>
          {event.isMovable && (
            <span className="screen-only">
              {" "}
              <a className="whom" href={moveHref(event.id, dayHref)} aria-label={t("activities.reschedule_it", { subject: event.title })}>
                {t("activities.reschedule")}
              </a>
              {event.followUpHref && (
                <>
                  {" · "}
                  <a className="whom" href={event.followUpHref} aria-label={`${t("prospects.add_follow_up")}: ${event.title}`}>
                    {t("prospects.add_follow_up")}
                  </a>
                </>
              )}
            </span>
          )}
        </>
      )}
    </EventBox>
  );
}
