import { t } from "@/lib/i18n/words";

export type CalendarWords = ReturnType<typeof calendarWords>;

/** The words of the calendar that scripts draw, said on the server. `more` has its count put in there. */
export function calendarWords() {
  return {
    date: t("calendar.dates"),
    time: t("app.time"),
    event: t("calendar.event"),
    allDay: t("calendar.all_day"),
    week: t("calendar.views.week"),
    day: t("calendar.views.day"),
    month: t("calendar.views.month"),
    agenda: t("calendar.views.agenda"),
    previous: t("calendar.previous"),
    next: t("calendar.next"),
    today: t("calendar.today"),
    noEventsInRange: t("calendar.no_events"),
    more: t("calendar.more", { count: "#" }),
    manyMore: t("calendar.many_more"),
    morning: t("formats.morning"),
    afternoon: t("formats.afternoon"),
    label: t("calendar.title"),
    hours: t("calendar.hours"),
    clash: t("calendar.clash"),
  };
}
