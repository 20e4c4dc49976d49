import { addDays, dayOf, wallTime } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { formatDate, formatInstant, formatTime } from "@/lib/i18n/format";
import type { Times } from "./times";

type Start = Pick<Times, "isAllDay" | "startsAt" | "startsAtUtc">;

/** When it begins, on the viewer's clock: «05/07/2026 6:07 p. m.», or the day alone. */
export function whenText(start: Start): string {
  const time = timeText(start);
  return time === undefined ? formatDate(start.startsAt) : `${formatDate(dayOfStart(start))} ${time}`;
}

/** The hour it begins; undefined when it takes the whole day. */
export function timeText({ isAllDay, startsAtUtc }: Start): string | undefined {
  return isAllDay ? undefined : formatTime(wallTime(startsAtUtc, current().zone).slice(11));
}

export function dayOfStart({ isAllDay, startsAt, startsAtUtc }: Start): string {
  return isAllDay ? startsAt : wallTime(startsAtUtc, current().zone).slice(0, 10);
}

/** The moment it was done; the day alone of what took it whole and was written down afterwards. */
export function doneText({ isAllDay, startsAt, startsAtUtc }: Start, at: number): string {
  return isAllDay && at === startsAtUtc ? formatDate(startsAt) : formatInstant(at);
}

/** The day of that: of what took it whole, its own, whatever the zone it began in. */
export function doneDay({ isAllDay, startsAt, startsAtUtc }: Start, at: number): string {
  return isAllDay && at === startsAtUtc ? startsAt : dayOf(at, current().zone);
}

/** From when until when: «6:07 p. m. – 7:07 p. m.», with the days where there are several. */
export function spanText(times: Pick<Times, "isAllDay" | "startsAt" | "endsAt" | "startsAtUtc" | "endsAtUtc">): string {
  const { isAllDay, startsAt, endsAt, startsAtUtc, endsAtUtc } = times;
  if (isAllDay) {
    const last = addDays(endsAt, -1);
    return last === startsAt ? formatDate(startsAt) : `${formatDate(startsAt)} – ${formatDate(last)}`;
  }
  if (endsAtUtc === startsAtUtc) return whenText(times);
  const [endDay = "", endTime = ""] = wallTime(endsAtUtc, current().zone).split("T");
  const end = endDay === dayOfStart(times) ? formatTime(endTime) : `${formatDate(endDay)} ${formatTime(endTime)}`;
  return `${whenText(times)} – ${end}`;
}
