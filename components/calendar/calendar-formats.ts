import { DateTime } from "luxon";
import type { Formats } from "react-big-calendar";
import type { CalendarWords } from "./big-calendar-words";

/** Hours and dates as the country writes them. */
export function calendarFormats(isTwelve: boolean, { morning, afternoon }: Pick<CalendarWords, "morning" | "afternoon">): Formats {
  const time = (date: Date) => {
    const { hour, minute } = DateTime.fromJSDate(date);
    const minutes = String(minute).padStart(2, "0");
    return isTwelve ? `${hour % 12 || 12}:${minutes} ${hour < 12 ? morning : afternoon}` : `${String(hour).padStart(2, "0")}:${minutes}`;
  };
  const range = ({ start, end }: { start: Date; end: Date }) => `${time(start)} – ${time(end)}`;
  const day = (date: Date) => DateTime.fromJSDate(date).toFormat("ccc d LLL");
  return {
    dateFormat: "d",
    dayFormat: day,
    weekdayFormat: "ccc",
    timeGutterFormat: time,
    selectRangeFormat: range,
    eventTimeRangeFormat: range,
    agendaTimeRangeFormat: range,
    agendaTimeFormat: time,
    agendaDateFormat: day,
    dayHeaderFormat: "cccc d LLLL",
  };
}
