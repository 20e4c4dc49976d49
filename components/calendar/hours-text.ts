import type { Day } from "@/lib/core/dates";
import { formatDate } from "@/lib/i18n/format";
import type { CalendarEvent } from "./event-look";

/** From when until when, under a head that says the day: «6:07 p. m. – 7:07 p. m.»; nothing when it takes the whole day. */
export function hoursText({ time, span }: Pick<CalendarEvent, "time" | "span">, day: Day): string | undefined {
  return time === null ? undefined : span.replaceAll(`${formatDate(day)} `, "");
}
