import { page } from "@/app/frame";
import { calendarEvent } from "@/components/calendar/calendar-event";
import { CalendarPage } from "@/components/calendar/calendar-page";
import { canCreateActivity, canEditActivity } from "@/lib/activities/policy";
import { daysOf, mostPerDay } from "@/lib/calendar/days";
import { calendarFilters } from "@/lib/calendar/filters";
import { activitiesOn } from "@/lib/calendar/queries";
import { current } from "@/lib/i18n/current";
import { filterOwners } from "@/lib/settings/queries";
import { move } from "../activities/actions";

export default page("/calendar", (scope, { query }) => {
  const { viewer } = scope;
  const filters = calendarFilters.parse(query);
  const date = filters.fecha ?? viewer.today;
  const days = daysOf(filters.vista, date, current().pack.weekStart);
  const rows = activitiesOn(scope, days, { owner: filters.ejecutivo, most: mostPerDay[filters.vista] });
  return (
    <CalendarPage
      filters={filters}
      date={date}
      today={viewer.today}
      events={rows.map((row) => calendarEvent(row, canEditActivity(viewer, row)))}
      owners={filterOwners(scope)}
      mayCreate={canCreateActivity(viewer)}
      move={move}
    />
  );
});
