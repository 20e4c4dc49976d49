import type { RepetitionUnit } from "@/db/vocabulary";
import { addDays, addMonths, type Day, daysBetween, firstOfMonth, lastOfMonth, toInstant } from "@/lib/core/dates";
import { movedTimes, type Times } from "./times";

export type Rule = { unit: RepetitionUnit; every: number };
/** When work that comes again first came, as its clock showed it, and by which rule it goes on. */
export type Anchor = Rule & { isAllDay: boolean; startsAt: string; endsAt: string; zone: string; firstOccurrence: number };

/** The day of the nth time, counted from the first: a month too short lends its last day to that time alone. */
export function nthDay(first: Day, { unit, every }: Rule, n: number): Day {
  switch (unit) {
    case "day":
      return addDays(first, n * every);
    case "week":
      return addDays(first, 7 * n * every);
    case "month":
      return addMonths(first, n * every);
    case "month_end":
      return lastOfMonth(addMonths(firstOfMonth(first), n * every));
    case "year":
      return addMonths(first, 12 * n * every);
    default:
      return unit satisfies never;
  }
}

/** The nth time: at the hour of the first on the clock of its zone, as long as it was. An hour that a day lacks goes forward on that day alone. */
export function timesOfNth(anchor: Anchor, n: number): Times {
  const { isAllDay, startsAt, endsAt, zone, firstOccurrence } = anchor;
  const [first = "", time = null] = startsAt.split("T");
  const start = toInstant(`${first}T${time ?? "00:00"}`, zone).instant;
  const length = isAllDay ? daysBetween(startsAt, endsAt) * dayMs : wallMs(endsAt) - wallMs(startsAt);
  const original = { isAllDay, startsAt, endsAt, zone, startsAtUtc: start, endsAtUtc: start + length };
  const { moved: _moved, ...times } = movedTimes(original, { date: nthDay(first, anchor, n - firstOccurrence), time }, zone);
  return times;
}

/** The anchor of what begins on `date` at `time`, as typed: the hour that a day lacks is still the hour of all other days. */
export function anchorOf(
  rule: Rule,
  { date, time }: { date: Day; time: string | null },
  { isAllDay, endsAt, zone, startsAtUtc, endsAtUtc }: Times,
): Omit<Anchor, "firstOccurrence"> {
  if (time === null) return { ...rule, isAllDay, startsAt: date, endsAt, zone };
  const startsAt = `${date}T${time}`;
  return { ...rule, isAllDay, startsAt, endsAt: new Date(wallMs(startsAt) + endsAtUtc - startsAtUtc).toISOString().slice(0, 16), zone };
}

const dayMs = 86_400_000;

function wallMs(wall: string): number {
  return Date.parse(`${wall}:00Z`);
}
