import fc from "fast-check";
import { IANAZone } from "luxon";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  compareDays,
  dayOf,
  daysBetween,
  firstOfMonth,
  isDay,
  lastOfMonth,
  monthDays,
  monthGrid,
  toInstant,
  wallTime,
  weekday,
} from "@/lib/core/dates";
import { isZone, offsetMs } from "@/lib/core/zones";

const zones = ["America/Mexico_City", "America/Bogota", "America/Santiago", "America/Asuncion", "America/New_York", "Pacific/Apia", "UTC"];

test("days add across months, leap days and years", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(daysBetween("2026-10-31", "2026-11-30")).toBe(30);
});

test("a month later keeps to the month's end", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
  expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  expect(addMonths("2026-11-15", 3)).toBe("2027-02-15");
  expect(addMonths("2026-01-15", -13)).toBe("2024-12-15");
});

test("the month and its weeks, from Monday to Sunday", () => {
  expect([firstOfMonth("2026-02-14"), lastOfMonth("2026-02-14"), monthDays("2028-02-01")]).toEqual(["2026-02-01", "2026-02-28", 29]);
  expect([weekday("2026-08-03"), weekday("2026-08-09")]).toEqual([1, 7]);
  const grid = monthGrid("2026-08-22");
  expect(grid).toHaveLength(6);
  expect([grid[0]![0], grid[5]![6]]).toEqual(["2026-07-27", "2026-09-06"]);
  expect(monthGrid("2027-02-10")).toHaveLength(4);
});

test("what is not a day is refused", () => {
  expect(isDay("2028-02-29")).toBe(true);
  for (const text of ["2026-02-29", "2026-13-01", "2026-1-1", "29/02/2028", "", "2026-02-29T00:00"]) expect(isDay(text), text).toBe(false);
  expect(() => addDays("hoy", 1)).toThrow(RangeError);
  expect(compareDays("2026-01-02", "2026-01-10")).toBe(-1);
});

test("zones are IANA names", () => {
  for (const zone of zones) expect(isZone(zone), zone).toBe(true);
  for (const zone of ["", "local", "Mars/Olympus", "+05:00", "UTC+3", "-03:00"]) expect(isZone(zone), zone).toBe(false);
  expect(() => wallTime(0, "Mars/Olympus")).toThrow(RangeError);
});

test("the day depends on where one stands", () => {
  const instant = Date.UTC(2026, 7, 22, 3, 30);
  expect(dayOf(instant, "UTC")).toBe("2026-08-22");
  expect(dayOf(instant, "America/Mexico_City")).toBe("2026-08-21");
  expect(wallTime(instant, "America/Bogota")).toBe("2026-08-21T22:30");
  expect(dayOf(Date.UTC(2026, 7, 22, 11), "Pacific/Apia")).toBe("2026-08-23");
});

const gaps: [string, string, string][] = [
  ["America/New_York", "2026-03-08T02:30", "2026-03-08T03:30"],
  ["America/Santiago", "2026-09-06T00:15", "2026-09-06T01:15"],
  ["America/Asuncion", "2023-10-01T00:30", "2023-10-01T01:30"],
  ["America/Mexico_City", "2022-04-03T02:00", "2022-04-03T03:00"],
  ["Pacific/Apia", "2011-12-30T10:00", "2011-12-31T10:00"],
];

test.each(gaps)("in the gap of %s, %s moves forward to %s", (zone, wall, moved) => {
  const moment = toInstant(wall, zone);
  expect(moment.moved).toBe(true);
  expect(wallTime(moment.instant, zone)).toBe(moved);
});

const repeated: [string, string, number][] = [
  ["America/New_York", "2026-11-01T01:30", Date.UTC(2026, 10, 1, 5, 30)],
  ["America/Santiago", "2026-04-04T23:30", Date.UTC(2026, 3, 5, 2, 30)],
  ["America/Asuncion", "2024-03-23T23:30", Date.UTC(2024, 2, 24, 2, 30)],
  ["America/Mexico_City", "2022-10-30T01:30", Date.UTC(2022, 9, 30, 6, 30)],
];

test.each(repeated)("the hour %s repeats, %s, is the first of the two", (zone, wall, instant) => {
  expect(toInstant(wall, zone)).toEqual({ instant, moved: false });
  expect(wallTime(instant + 3_600_000, zone)).toBe(wall);
});

test.each(zones)("in %s a wall time comes back as itself unless it moved", (zone) => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }), (instant) => {
      const wall = wallTime(instant, zone);
      const again = toInstant(wall, zone);
      expect(again.moved).toBe(false);
      expect(wallTime(again.instant, zone)).toBe(wall);
      expect(again.instant).toBeLessThanOrEqual(instant);
    }),
    { numRuns: 500 },
  );
});

test("a wall time is a day and an hour, nothing else", () => {
  for (const wall of ["2026-08-22", "2026-08-22T24:00", "2026-08-22T9:00", "2026-08-22T09:60"]) expect(() => toInstant(wall, "UTC"), wall).toThrow(RangeError);
});

test("what is kept of a zone's days is what the zone says, also around every change of the clocks", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2040, 0, 1) }), (zone, instant) => {
      for (const near of [instant, instant + 1_800_000, instant - 43_200_000, instant])
        expect(offsetMs(near, zone)).toBe(IANAZone.create(zone).offset(near) * 60_000);
    }),
    { numRuns: 500 },
  );
  for (const zone of ["America/Santiago", "America/Asuncion", "Europe/Madrid", "Australia/Lord_Howe", "Pacific/Apia"]) {
    for (let instant = Date.UTC(2011, 0, 1); instant < Date.UTC(2012, 0, 2); instant += 3_600_000)
      expect(offsetMs(instant, zone)).toBe(IANAZone.create(zone).offset(instant) * 60_000);
  }
});
