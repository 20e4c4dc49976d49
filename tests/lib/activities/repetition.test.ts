import { describe, expect, test } from "vitest";
import { type RepetitionUnit, repetitionUnits } from "@/db/vocabulary";
import { type Anchor, nthDay, timesOfNth } from "@/lib/activities/repetition";
import { addDays, addMonths, type Day, lastOfMonth, monthDays, toInstant, wallTime } from "@/lib/core/dates";

const zones = ["America/Mexico_City", "America/Santiago", "America/New_York", "America/Asuncion", "UTC"];
const anchors: Day[] = ["2026-01-28", "2026-01-29", "2026-01-30", "2026-01-31", "2024-02-29", "2026-02-28", "2026-03-08", "2026-08-31", "2026-12-31"];
type Rule = { unit: RepetitionUnit; every: number };

/** What a person with a paper calendar would say. */
function isRight(first: Day, { unit, every }: Rule, n: number, day: Day): boolean {
  if (unit === "day" || unit === "week") return Date.parse(day) - Date.parse(first) === n * every * (unit === "week" ? 7 : 1) * 86_400_000;
  const [year, month, date] = first.split("-").map(Number) as [number, number, number];
  const whole = year * 12 + month - 1 + n * every * (unit === "year" ? 12 : 1);
  const long = new Date(Date.UTC(Math.floor(whole / 12), (whole % 12) + 1, 0)).getUTCDate();
  const expected = unit === "month_end" ? long : Math.min(date, long);
  return day === `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, "0")}-${String(expected).padStart(2, "0")}`;
}

type Counting = (first: Day, rule: Rule, n: number) => Day;

function wrongDays(count: Counting): number {
  let wrong = 0;
  for (const first of anchors)
    for (const unit of repetitionUnits)
      for (const every of [1, 2, 3, 5]) for (let n = 0; n <= 24; n += 1) if (!isRight(first, { unit, every }, n, count(first, { unit, every }, n))) wrong += 1;
  return wrong;
}

/** As it is often done: each day from the one before. */
const fromTheLast: Counting = (first, { unit, every }, n) => {
  let day = unit === "month_end" ? lastOfMonth(first) : first;
  for (let step = 0; step < n; step += 1)
    day = unit === "day" ? addDays(day, every) : unit === "week" ? addDays(day, 7 * every) : addMonths(day, every * (unit === "year" ? 12 : 1));
  return day;
};

test("the nth day is counted from the first one, so that a short month shortens itself alone", () => {
  expect(wrongDays(nthDay)).toBe(0);
  expect(nthDay("2026-01-31", { unit: "month", every: 1 }, 2)).toBe("2026-03-31");
  expect(nthDay("2024-02-29", { unit: "year", every: 1 }, 4)).toBe("2028-02-29");
});

test("counting from the last one would be noticed", () => {
  expect(wrongDays(fromTheLast)).toBeGreaterThan(100);
  expect(fromTheLast("2026-01-31", { unit: "month", every: 1 }, 2)).toBe("2026-03-28");
});

function anchor(zone: string, time: string, unit: RepetitionUnit = "day"): Anchor {
  return {
    unit,
    every: 1,
    isAllDay: false,
    startsAt: `2026-01-31T${time}`,
    endsAt: `2026-01-31T${time.replace(/^\d\d/, (hour) => String(Number(hour) + 1).padStart(2, "0"))}`,
    zone,
    firstOccurrence: 0,
  };
}

describe.each(zones)("in %s", (zone) => {
  test("every time of two years keeps its hour on the wall and its length, through every change of the clock", () => {
    let apart = 0;
    for (const time of ["00:15", "02:30", "12:00", "22:45"]) {
      const first = toInstant(`2026-01-31T${time}`, zone).instant;
      for (let n = 0; n < 731; n += 1) {
        const times = timesOfNth(anchor(zone, time), n);
        const wall = `${addDays("2026-01-31", n)}T${time}`;
        const { instant, moved } = toInstant(wall, zone);
        expect(times.startsAtUtc).toBe(instant);
        if (!moved) expect(wallTime(times.startsAtUtc, zone)).toBe(wall);
        expect(times.endsAtUtc - times.startsAtUtc).toBe(3_600_000);
        if (first + n * 86_400_000 !== times.startsAtUtc) apart += 1;
      }
    }
    // The negative control: a day of 24 hours each would be wrong wherever the clock changes.
    const changes = ["America/Santiago", "America/New_York"].includes(zone);
    if (zone === "UTC") expect(apart).toBe(0);
    if (changes) expect(apart).toBeGreaterThan(700);
  });
});

test("the hour that one day lacks is back on the next", () => {
  const times = [36, 37].map((n) => timesOfNth({ ...anchor("America/New_York", "02:30") }, n).startsAt);
  expect(times).toEqual(["2026-03-08T03:30", "2026-03-09T02:30"]);
  expect(monthDays("2026-02-01")).toBe(28);
});

test("whole days keep their number", () => {
  const whole: Anchor = { unit: "month_end", every: 1, isAllDay: true, startsAt: "2026-01-31", endsAt: "2026-02-02", zone: "UTC", firstOccurrence: 0 };
  expect(timesOfNth(whole, 1)).toMatchObject({ isAllDay: true, startsAt: "2026-02-28", endsAt: "2026-03-02" });
});
