import { mostPerDay } from "@/lib/calendar/days";
import type { CalendarView } from "@/lib/calendar/filters";
import { gridOf } from "@/lib/calendar/grid";
import { type Person, teamOf } from "@/lib/calendar/team";
import type { Day } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { DayLists } from "./day-lists";
import type { DetailedEvent } from "./event-look";
import { HourGrid } from "./hour-grid";
import { MonthTable } from "./month-table";
import { TeamGrid } from "./team-grid";

type Props = {
  view: CalendarView;
  label: string;
  days: Day[];
  month: string;
  today: Day;
  events: DetailedEvent[];
  mayCreate: boolean;
  isWhole: boolean;
  /** Whose columns a day has, where a group is asked for. */
  people?: Person[];
  personHref: (id: number) => string;
  dayHref: (day: Day) => string;
  hoursHref: string;
};

/** The calendar the server draws. A week is a table where there is room, and a list of its days where there is not. */
export function CalendarPlain({ view, label, days, month, today, events, mayCreate, isWhole, people, personHref, dayHref, hoursHref }: Props) {
  const shared = { today, mayCreate, dayHref };
  const most = mostPerDay[view];
  if (view === "mes") return <MonthTable {...shared} days={days} month={month} events={events} />;
  if (view === "agenda") return <DayLists {...shared} days={days} events={events} most={most} isEvery={false} />;
  if (people) {
    const day = days[0]!;
    const team = teamOf(events, people, { day, zone: current().zone, isWhole });
    return <TeamGrid {...{ label, team, day, mayCreate, personHref, hoursHref }} dayHref={dayHref(day)} />;
  }
  const grid = <HourGrid {...shared} label={label} grid={gridOf(events, days, current().zone, { most, isWhole })} hoursHref={hoursHref} />;
  if (view === "dia") return grid;
  return (
    <>
      <div className="week-table">{grid}</div>
      <div className="week-lists">
        <DayLists {...shared} days={days} events={events} most={most} isEvery />
      </div>
    </>
  );
}
