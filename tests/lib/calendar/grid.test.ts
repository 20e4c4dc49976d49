import { describe, expect, test } from "vitest";
import { timesOf } from "@/lib/activities/times";
import { timeOfRow } from "@/lib/calendar/clock";
import { daysOf } from "@/lib/calendar/days";
import { columnsPerDay, type Grid, gridOf } from "@/lib/calendar/grid";

type Made = ReturnType<typeof at>;
const zone = "America/Mexico_City";
const at = (name: string, date: string, time: string | null, endTime?: string, endDate?: string) => ({
  name,
  ...timesOf({ date, time, endTime, endDate }, zone),
});
const open = { most: 25, isWhole: false };
const dayOfMarch = "2026-03-11";

function cellsOf(grid: Grid<Made>, day: string) {
  return [...grid.days.find((one) => one.day === day)!.cells].flatMap(([row, cells]) => cells.map((cell) => ({ row, ...cell })));
}

/** Name of what stands there → from when, rows, columns. */
function placesOf(grid: Grid<Made>, day: string) {
  const taken = cellsOf(grid, day).flatMap((cell) => (cell.kind === "events" ? [cell] : []));
  return taken.map(({ row, rows, columns, events }) => [events.map(({ name }) => name).join("+"), timeOfRow(row), rows, columns]);
}

test("what does not touch has its day's whole width, what touches shares it, and what finds no room is stacked", () => {
  const events = [
    at("a", dayOfMarch, "09:00", "10:00"),
    at("b", dayOfMarch, "10:00", "11:30"),
    at("c", dayOfMarch, "11:00", "12:00"),
    at("d", dayOfMarch, "15:00", "17:00"),
    at("e", dayOfMarch, "15:00", "16:00"),
    at("f", dayOfMarch, "15:30", "16:00"),
    at("g", dayOfMarch, "15:40", "17:30"),
  ];
  const grid = gridOf(events, [dayOfMarch], zone, open);
  expect(placesOf(grid, dayOfMarch).sort()).toEqual([
    ["a", "09:00", 2, 6],
    ["b", "10:00", 3, 3],
    ["c", "11:00", 2, 3],
    ["d", "15:00", 4, 2],
    ["e", "15:00", 2, 2],
    ["f+g", "15:30", 4, 2],
  ]);
});

describe.each([
  ["nothing", []],
  [
    "a full week",
    Array.from({ length: 60 }, (_, index) =>
      at(`${index}`, `2026-03-${String(9 + (index % 7)).padStart(2, "0")}`, timeOfRow((index * 11) % 46), timeOfRow(((index * 11) % 46) + 1 + (index % 2))),
    ),
  ],
])("with %s", (_name, events) => {
  test.each([true, false])("every row of every day is filled, once (all hours: %s)", (isWhole) => {
    const grid = gridOf(events, daysOf("semana", dayOfMarch, 1), zone, { most: 25, isWhole });
    for (const { day } of grid.days) {
      const columns = new Array<number>(grid.to - grid.from).fill(0);
      for (const cell of cellsOf(grid, day)) for (let row = cell.row; row < cell.row + cell.rows; row += 1) columns[row - grid.from]! += cell.columns;
      expect(new Set(columns), day).toEqual(new Set([columnsPerDay]));
    }
    expect(grid.days.flatMap(({ day }) => placesOf(grid, day).flatMap(([names]) => String(names).split("+")))).toHaveLength(events.length);
  });
});

test("working hours are shown, and as many more as what happens takes", () => {
  expect(gridOf([], [dayOfMarch], zone, open)).toMatchObject({ from: 14, to: 40, isCut: true });
  expect(gridOf([at("a", dayOfMarch, "05:40")], [dayOfMarch], zone, open)).toMatchObject({ from: 10, to: 40 });
  expect(gridOf([], [dayOfMarch], zone, { most: 25, isWhole: true })).toMatchObject({ from: 0, to: 48, isCut: false });
});

test("a night stands on both its days; more than a day is a bar over the days it takes", () => {
  const events = [at("night", "2026-03-10", "22:00", "02:00", "2026-03-11"), at("fair", "2026-03-10", "12:00", "13:00", "2026-03-12")];
  const grid = gridOf(events, daysOf("semana", dayOfMarch, 1), zone, open);
  expect(placesOf(grid, "2026-03-10")).toEqual([["night", "22:00", 4, 6]]);
  expect(placesOf(grid, "2026-03-11")).toEqual([["night", "00:00", 4, 6]]);
  expect(grid.band.rows).toMatchObject([[{ days: 1 }, { days: 3, event: { name: "fair" } }, { days: 3 }]]);
});

test("bars are cut at the week, share a row where they do not touch, and say how many did not fit", () => {
  const fair = at("fair", "2026-03-05", null, undefined, "2026-03-10");
  const events = [fair, at("rest", "2026-03-12", null), ...Array.from({ length: 7 }, (_, index) => at(`${index}`, "2026-03-10", null))];
  const { band } = gridOf(events, daysOf("semana", dayOfMarch, 1), zone, open);
  expect(band.rows[0]).toMatchObject([{ days: 2, event: { name: "fair" } }, { days: 1 }, { days: 1, event: { name: "rest" } }, { days: 3 }]);
  expect(band.rows).toHaveLength(6);
  expect([...band.left]).toEqual([["2026-03-10", 2]]);
});

test("a day with more than it shows says so", () => {
  const events = Array.from({ length: 4 }, (_, index) => at(`${index}`, dayOfMarch, timeOfRow(20 + index)));
  expect(gridOf(events, [dayOfMarch], zone, { most: 4, isWhole: false }).days[0]!.isCrowded).toBe(false);
  expect(gridOf(events, [dayOfMarch], zone, { most: 3, isWhole: false }).days[0]!.isCrowded).toBe(true);
});

test("the hour that the clock leaves out is no hour, and the one it repeats holds both", () => {
  const york = "America/New_York";
  const spring = gridOf([], ["2026-03-08"], york, { most: 25, isWhole: true });
  expect(spring.days[0]!.change).toBe("forward");
  expect(cellsOf(spring as Grid<Made>, "2026-03-08").filter(({ kind }) => kind === "missing")).toMatchObject([{ row: 4, rows: 2 }]);

  const first = { name: "first", ...timesOf({ date: "2026-11-01", time: "01:30", endTime: "01:45" }, york) };
  const hour = 3_600_000;
  const second = { ...first, name: "second", startsAtUtc: first.startsAtUtc + hour, endsAtUtc: first.endsAtUtc + hour };
  const across = { ...first, name: "across", endsAtUtc: first.startsAtUtc + hour / 2 };
  const autumn = gridOf([first, second, across], ["2026-11-01"], york, open);
  expect(autumn.days[0]!.change).toBe("back");
  expect(placesOf(autumn, "2026-11-01").map(([name, time]) => [name, time])).toEqual([
    ["first", "01:30"],
    ["across", "01:30"],
    ["second", "01:30"],
  ]);
});

test("midnight that does not exist is the first hour of its day", () => {
  const santiago = gridOf([], ["2026-09-06"], "America/Santiago", { most: 25, isWhole: true });
  expect(cellsOf(santiago as Grid<Made>, "2026-09-06").filter(({ kind }) => kind === "missing")).toMatchObject([{ row: 0, rows: 2 }]);
});
