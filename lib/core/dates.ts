import { offsetMs } from "./zones";

/** `YYYY-MM-DD`, a day without a zone. */
export type Day = string;
export type Moment = { instant: number; moved: boolean };

const dayMs = 86_400_000;

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayText(utc(text)) === text;
}

export function addDays(day: Day, days: number): Day {
  return dayText(utc(day) + days * dayMs);
}

/** The same day of another month, or its last one where that month is shorter: a month after 31 January is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const first = dayText(Date.UTC(year, month - 1 + months, 1));
  return addDays(first, Math.min(date, monthDays(first)) - 1);
}

export function compareDays(left: Day, right: Day): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function daysBetween(from: Day, to: Day): number {
  return (utc(to) - utc(from)) / dayMs;
}

/** Monday is 1, Sunday is 7. */
export function weekday(day: Day): number {
  return new Date(utc(day)).getUTCDay() || 7;
}

export function monthDays(day: Day): number {
  const { year, month } = partsOf(day);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

export function lastOfMonth(day: Day): Day {
  return addDays(firstOfMonth(day), monthDays(day) - 1);
}

export function firstOfWeek(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** The weeks that touch the day's month, each from Monday to Sunday. */
export function monthGrid(day: Day): Day[][] {
  const start = firstOfWeek(firstOfMonth(day));
  const weeks = Math.ceil((daysBetween(start, lastOfMonth(day)) + 1) / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, index) => addDays(start, week * 7 + index)));
}

export function dayOf(instant: number, zone: string): Day {
  return wallTime(instant, zone).slice(0, 10);
}

/** What the clock on the wall shows there: `YYYY-MM-DDTHH:mm`. */
export function wallTime(instant: number, zone: string): string {
  return new Date(instant + offsetMs(instant, zone)).toISOString().slice(0, 16);
}

/** The instant of a wall time. In the daylight gap it moves forward and says so; of two equal hours it is the first. */
export function toInstant(wall: string, zone: string): Moment {
  const local = utc(wall.slice(0, 10)) + minutesOf(wall) * 60_000;
  // A day on either side is past any change, Samoa's skipped day included.
  const offsets = [offsetMs(local - dayMs, zone), offsetMs(local + dayMs, zone)] as const;
  const instants = offsets.filter((offset) => offsetMs(local - offset, zone) === offset).map((offset) => local - offset);
  if (instants.length === 0) return { instant: local - offsets[0], moved: true };
  return { instant: Math.min(...instants), moved: false };
}

function minutesOf(wall: string): number {
  const parts = /T([01]\d|2[0-3]):([0-5]\d)$/.exec(wall);
  if (!parts) throw new RangeError(`not a wall time: ${wall}`);
  return Number(parts[1]) * 60 + Number(parts[2]);
}

function utc(day: Day): number {
  const { year, month, date } = partsOf(day);
  return Date.UTC(year, month - 1, date);
}

function partsOf(day: Day) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) throw new RangeError(`not a day: ${day}`);
  return { year: Number(parts[1]), month: Number(parts[2]), date: Number(parts[3]) };
}

function dayText(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}
