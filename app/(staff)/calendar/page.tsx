import { page } from "@/app/frame";
import { calendarEvent } from "@/components/calendar/calendar-event";
import { CalendarPage } from "@/components/calendar/calendar-page";
import { calendarOwners } from "@/lib/activities/choices";
import { canCreateActivity, canEditActivity } from "@/lib/activities/policy";
import { groupIn } from "@/lib/calendar/asked";
import { conflictsIn } from "@/lib/calendar/conflicts";
import { daysOf, mostPerDay } from "@/lib/calendar/days";
import { calendarFilters } from "@/lib/calendar/filters";
import { activitiesOn } from "@/lib/calendar/queries";
import { peopleOf } from "@/lib/calendar/team";
import { current } from "@/lib/i18n/current";
import { workCenterOptions } from "@/lib/settings/queries";
import { move } from "../activities/actions";

export default page("/calendar", (scope, { query }) => {
  const { viewer } = scope;
  const filters = calendarFilters.parse(query);
  const date = filters.fecha ?? viewer.today;
  const days = daysOf(filters.vista, date, current().pack.weekStart);
  const rows = activitiesOn(scope, days, { owner: filters.ejecutivo, kind: filters.tipo, center: filters.centro, most: mostPerDay[filters.vista] });
  const clashing = conflictsIn(rows);
  const group = filters.vista === "dia" ? groupIn(filters.ejecutivo) : undefined;
  return (
    <CalendarPage
      filters={filters}
      date={date}
      today={viewer.today}
      events={rows.map((row) => calendarEvent(row, { isMovable: canEditActivity(viewer, row), isClash: clashing.has(row.id) }))}
      choices={{ owners: calendarOwners(scope), centers: workCenterOptions(scope) }}
      people={group === undefined ? undefined : peopleOf(scope, group)}
      mayCreate={canCreateActivity(viewer)}
      move={move}
    />
  );
});
