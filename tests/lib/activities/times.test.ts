import { describe, expect, test } from "vitest";
import { movedTimes, timesOf, typedTimes } from "@/lib/activities/times";
import { byDay, daysOf, stepFrom } from "@/lib/calendar/days";
import { wallTime } from "@/lib/core/dates";

const zones = ["America/Mexico_City", "America/Santiago", "America/New_York", "America/Bogota", "UTC"];

describe.each(zones)("in %s", (zone) => {
  test("an hour comes back to the minute, on its own day, every month of the year", () => {
    for (let month = 1; month <= 12; month += 1) {
      for (const time of ["00:00", "06:59", "12:30", "23:30"]) {
        const date = `2026-${String(month).padStart(2, "0")}-15`;
        const times = timesOf({ date, time }, zone);
        expect(wallTime(times.startsAtUtc, zone)).toBe(`${date}T${time}`);
        expect(typedTimes(times, zone)).toMatchObject({ date, time });
        expect([...byDay([times], [date], zone).values()][0]).toHaveLength(1);
      }
    }
  });

  test("a whole day stays on its date for whoever looks from wherever", () => {
    for (const date of ["2026-03-08", "2026-04-05", "2026-09-06", "2026-11-01", "2026-12-31"]) {
      const times = timesOf({ date, time: null }, zone);
      for (const viewer of zones) {
        const placed = byDay([times], daysOf("semana", date, 1), viewer);
        expect([...placed].filter(([, events]) => events.length > 0).map(([day]) => day)).toEqual([date]);
        expect(typedTimes(times, viewer)).toEqual({ date, time: null, endDate: null, endTime: null });
      }
    }
  });
});

test("an hour that the spring forward leaves out goes ahead and says so", () => {
  const gaps = [
    ["America/New_York", "2026-03-08", "02:30", "2026-03-08T03:30"],
    ["America/Santiago", "2026-09-06", "00:30", "2026-09-06T01:30"],
  ] as const;
  for (const [zone, date, time, wall] of gaps) expect(timesOf({ date, time }, zone)).toMatchObject({ startsAt: wall, moved: true });
  expect(timesOf({ date: "2026-04-05", time: "02:30" }, "America/Mexico_City")).toMatchObject({ startsAt: "2026-04-05T02:30", moved: false });
});

test("moving across a change of the clock keeps the hour on the wall and the length", () => {
  const times = timesOf({ date: "2026-03-06", time: "10:15", endTime: "11:45" }, "America/New_York");
  const moved = movedTimes(times, { date: "2026-03-09", time: "10:15" }, "America/New_York");
  expect(moved).toMatchObject({ startsAt: "2026-03-09T10:15", endsAt: "2026-03-09T11:45" });
  expect(moved.endsAtUtc - moved.startsAtUtc).toBe(90 * 60_000);
  expect(moved.startsAtUtc - times.startsAtUtc).toBe(3 * 86_400_000 - 3_600_000);
});

test("who moves it from another zone moves the instant, and its own clock stays", () => {
  const times = timesOf({ date: "2026-08-22", time: "16:30" }, "America/Mexico_City");
  const moved = movedTimes(times, { date: "2026-08-23", time: "18:30" }, "America/New_York");
  expect(moved).toMatchObject({ zone: "America/Mexico_City", startsAt: "2026-08-23T16:30" });
});

test("what ends before it begins, or never ends, is refused", () => {
  expect(() => timesOf({ date: "2026-08-22", time: "16:30", endTime: "16:00" }, "UTC")).toThrow("end_before_start");
  expect(() => timesOf({ date: "2026-08-22", time: null, endDate: "2026-08-21" }, "UTC")).toThrow("end_before_start");
  expect(() => timesOf({ date: "2026-08-22", time: null, endDate: "2026-10-22" }, "UTC")).toThrow("activities.too_long");
});

test("what ends at midnight does not touch the next day", () => {
  const times = timesOf({ date: "2026-08-22", time: "23:00" }, "America/Bogota");
  expect([...byDay([times], daysOf("semana", "2026-08-22", 1), "America/Bogota")].filter(([, events]) => events.length > 0).map(([day]) => day)).toEqual([
    "2026-08-22",
  ]);
});

test("views show whole weeks from the country's first day, and step by their own length", () => {
  expect(daysOf("mes", "2026-08-22", 1)).toHaveLength(42);
  expect(daysOf("mes", "2026-02-10", 7)[0]).toBe("2026-02-01");
  expect(daysOf("semana", "2026-08-23", 7)[0]).toBe("2026-08-23");
  expect(daysOf("semana", "2026-08-23", 1)[0]).toBe("2026-08-17");
  expect([stepFrom("mes", "2026-01-31", 1), stepFrom("semana", "2026-08-22", -1), stepFrom("dia", "2026-12-31", 1)]).toEqual([
    "2026-02-01",
    "2026-08-15",
    "2027-01-01",
  ]);
});
