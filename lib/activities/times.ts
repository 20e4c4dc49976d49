import { addDays, type Day, daysBetween, lastOfMonth, toInstant, wallTime } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import { longestDays, usualMinutes } from "./rules";

const minute = 60_000;
const minutesPerDay = 1440;
/** Without an hour it takes the whole day. `endDate` is the last day, included. */
export type TimesInput = { date: Day; time: string | null; endDate?: Day | null; endTime?: string | null };
export type Move = { date: Day; time: string | null; minutes?: number | null };
export type Times = { isAllDay: boolean; startsAt: string; endsAt: string; zone: string; startsAtUtc: number; endsAtUtc: number };

/** What was typed on the clock of `typedIn`, kept on the clock of `zone`. `moved` says that the hour did not exist that day and went forward.
 *  Throws when it ends before it begins or takes too long. */
export function timesOf(input: TimesInput, typedIn: string, zone = typedIn): Times & { moved: boolean } {
  const { date, time, endDate, endTime } = input;
  if (time === null) return { ...wholeDays(date, endDate ?? date, zone), moved: false };
  const start = toInstant(`${date}T${time}`, typedIn);
  const times = timed(start.instant, endOf(input, start.instant, typedIn), zone);
  if (times.endsAtUtc <= times.startsAtUtc) throw new RuleError("end_before_start", endTime ? "endTime" : "endDate");
  if (times.endsAtUtc - times.startsAtUtc > longestDays * 24 * 60 * minute) throw new RuleError("activities.too_long", "endDate");
  return { ...times, moved: start.moved };
}

/** The same thing at another time, as long as it was unless `minutes` says otherwise: on the clock of `typedIn`, kept on its own. */
export function movedTimes(activity: Times, { date, time, minutes = null }: Move, typedIn: string): Times & { moved: boolean } {
  if (time === null) {
    const asItWas = activity.isAllDay ? daysBetween(activity.startsAt, activity.endsAt) : 1;
    const days = minutes === null ? asItWas : Math.ceil(minutes / minutesPerDay);
    return { ...wholeDays(date, addDays(date, days - 1), activity.zone), moved: false };
  }
  const start = toInstant(`${date}T${time}`, typedIn);
  const asItWas = activity.isAllDay ? usualMinutes * minute : activity.endsAtUtc - activity.startsAtUtc;
  const length = minutes === null ? asItWas : minutes * minute;
  return { ...timed(start.instant, start.instant + length, activity.zone), moved: start.moved };
}

/** What an edit form was sent with, read against what it showed: a last day left as it was goes along with the day it begins,
 *  an end that would come before the new beginning keeps the length, and what was not touched stays to the instant. */
export function retypedTimes(activity: Times, typed: TimesInput, typedIn: string): Times & { moved: boolean } {
  const { date, time } = typed;
  const shown = typedTimes(activity, typedIn);
  const isEndAsShown = (typed.endTime ?? null) === shown.endTime && (typed.endDate ?? null) === shown.endDate;
  if (isEndAsShown && date === shown.date && time === shown.time) return { ...only(activity), moved: false };
  const isDayAsShown = typed.endDate && typed.endDate === shown.endDate;
  const endDate = isDayAsShown ? addDays(shown.endDate!, daysBetween(shown.date, date)) : typed.endDate;
  const isEndGone = time !== null && typed.endTime && `${endDate ?? date}T${typed.endTime}` <= `${date}T${time}`;
  if (isEndAsShown && isEndGone) return movedTimes(activity, { date, time }, typedIn);
  return timesOf({ ...typed, endDate }, typedIn, activity.zone);
}

/** The same on the last day of the month it begins in, as its own clock shows it. */
export function onLastOfMonth(times: Times, time: string | null): Times {
  const { moved: _moved, ...last } = movedTimes(times, { date: lastOfMonth(times.startsAt.slice(0, 10)), time }, times.zone);
  return last;
}

/** An instant without length: when something was done. */
export function momentOf(instant: number, zone: string): Times {
  return timed(instant, instant, zone);
}

/** The day, hour, last day and last hour that a form shows, on the viewer's clock; no last day where it is the day it begins. */
export function typedTimes({ isAllDay, startsAt, endsAt, startsAtUtc, endsAtUtc }: Times, zone: string) {
  const [date = "", time = ""] = wallTime(startsAtUtc, zone).split("T");
  const [endDate = "", endTime = ""] = wallTime(endsAtUtc, zone).split("T");
  const last = (first: Day, day: Day) => (day === first ? null : day);
  if (isAllDay) return { date: startsAt, time: null, endDate: last(startsAt, addDays(endsAt, -1)), endTime: null };
  return { date, time, endDate: last(date, endDate), endTime };
}

function only({ isAllDay, startsAt, endsAt, zone, startsAtUtc, endsAtUtc }: Times): Times {
  return { isAllDay, startsAt, endsAt, zone, startsAtUtc, endsAtUtc };
}

function endOf({ date, endDate, endTime }: TimesInput, start: number, zone: string): number {
  if (endTime) return toInstant(`${endDate ?? date}T${endTime}`, zone).instant;
  if (endDate && endDate !== date) throw new RuleError("required", "endTime");
  return start + usualMinutes * minute;
}

function timed(start: number, end: number, zone: string): Times {
  return { isAllDay: false, startsAt: wallTime(start, zone), endsAt: wallTime(end, zone), zone, startsAtUtc: start, endsAtUtc: end };
}

function wholeDays(first: Day, last: Day, zone: string): Times {
  if (last < first) throw new RuleError("end_before_start", "endDate");
  if (daysBetween(first, last) >= longestDays) throw new RuleError("activities.too_long", "endDate");
  const after = addDays(last, 1);
  const midnight = (day: Day) => toInstant(`${day}T00:00`, zone).instant;
  return { isAllDay: true, startsAt: first, endsAt: after, zone, startsAtUtc: midnight(first), endsAtUtc: midnight(after) };
}
