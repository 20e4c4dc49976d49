import fc from "fast-check";
import { expect, test } from "vitest";
import { type TimesInput, timesOf, typedTimes } from "@/lib/activities/times";
import { icsOf } from "@/lib/calendar/ics/calendar";
import { addDays, type Day, lastOfMonth } from "@/lib/core/dates";
import { type IcsComponent, type Placed, readIcs, timeIn } from "../../support/ics";
import { promise } from "../../support/promise";

/** Each with days on which its clock is put forward or back, or once skipped a day. */
const changes: Record<string, Day[]> = {
  "America/Mexico_City": ["2022-04-03", "2022-10-30"],
  "America/Tijuana": ["2026-03-08", "2026-11-01"],
  "America/Bogota": ["1992-05-03", "1993-02-06"],
  "America/Santiago": ["2026-04-05", "2026-09-06"],
  "America/Asuncion": ["2024-03-24", "2024-10-06"],
  "Europe/Madrid": ["2026-03-29", "2026-10-25"],
  "Pacific/Apia": ["2011-12-29", "2011-12-31", "2012-04-01"],
  "Europe/Berlin": ["2026-03-29", "2026-10-25"],
  "America/New_York": ["2026-03-08", "2026-11-01"],
  "Australia/Lord_Howe": ["2026-04-05", "2026-10-04"],
  "Asia/Kathmandu": ["1986-01-01"],
  UTC: ["2026-06-30"],
};
const hours = [0, 1, 2, 3, 4, 9, 12, 22, 23].flatMap((hour) => ["00", "15", "30", "59"].map((minute) => `${String(hour).padStart(2, "0")}:${minute}`));
const days = (zone: string) => [...changes[zone]!, "2024-02-29", "2028-02-29", "2026-01-31", "2025-12-31", "1970-01-01", "2199-10-31"];

const typed = fc.constantFrom(...Object.keys(changes)).chain((zone) =>
  fc.record({
    zone: fc.constant(zone),
    date: fc.tuple(fc.constantFrom(...days(zone)), fc.integer({ min: -1, max: 1 })).map(([day, beside]) => (day === "1970-01-01" ? day : addDays(day, beside))),
    time: fc.option(fc.constantFrom(...hours), { freq: 5 }),
    lasts: fc.constantFrom(0, 0, 0, 1, 2, 30),
    endTime: fc.constantFrom(...hours),
  }),
);
type Typed = typeof typed extends fc.Arbitrary<infer Kind> ? Kind : never;

/** What was typed where it makes sense: it ends after it begins. */
function inputOf({ date, time, lasts, endTime }: Typed): TimesInput {
  const endDate = addDays(date, lasts);
  if (time === null) return { date, time, endDate };
  return lasts === 0 && endTime <= time ? { date, time } : { date, time, endDate, endTime };
}

const stamps = {
  uid: "activity-1@cartera.test",
  version: 1,
  updatedAt: 0,
  status: "planned" as const,
  subject: "Cita",
  details: "",
  url: "https://cartera.test/",
};

function written(zone: string, input: TimesInput) {
  const { moved, ...times } = timesOf(input, zone);
  return { times, moved, text: icsOf([{ ...stamps, ...times }], { program: "Cartera" }) };
}

function readBack(text: string): { start: Placed; end: Placed } {
  const calendar = readIcs(text);
  const event = calendar.parts.find(({ name }) => name === "VEVENT") as IcsComponent;
  return { start: timeIn(calendar, event, "DTSTART")!, end: timeIn(calendar, event, "DTEND")! };
}

/** As a person would read it: by the wall where the file tells it, and to the instant. */
function complaint(zone: string, typedInput: TimesInput, text: string): string | undefined {
  const { times, moved } = written(zone, typedInput);
  const { start, end } = readBack(text);
  if (typedInput.time === null) {
    const isSame = "day" in start && "day" in end && start.day === typedInput.date && end.day === addDays(typedInput.endDate!, 1);
    return isSame ? undefined : `${JSON.stringify([start, end])} of whole days`;
  }
  if (!("instant" in start) || !("instant" in end)) return "a day instead of an hour";
  if (start.instant !== times.startsAtUtc || end.instant !== times.endsAtUtc)
    return `${start.instant}–${end.instant}, not ${times.startsAtUtc}–${times.endsAtUtc}`;
  const shown = typedTimes(times, zone);
  if ("wall" in start && start.wall !== `${shown.date}T${shown.time}`) return `shown as ${start.wall}`;
  return moved || !("wall" in start) || start.wall === `${typedInput.date}T${typedInput.time}`
    ? undefined
    : `typed for ${typedInput.time}, read as ${start.wall}`;
}

const seed = Number(process.env.SEED ?? 20_261_123);
const numRuns = 600;

test("what was typed is what a reader with no clock of its own reads, in every zone and at every change", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(typed, (one) => {
      const input = inputOf(one);
      if (timesWithout(one.zone, input)) return;
      seen.add(`${one.zone} ${one.time === null}`);
      expect(complaint(one.zone, input, written(one.zone, input).text)).toBeUndefined();
    }),
    { seed, numRuns },
  );
  expect(seen.size).toBe(2 * Object.keys(changes).length);
  promise(
    "F7",
    `${numRuns} appointments over ${Object.keys(changes).length} zones, at their changes of clock, on the 31st and 29 February, read as typed`,
    seed,
  );
});

/** An hour that the clock skipped may leave no time at all. */
function timesWithout(zone: string, input: TimesInput): boolean {
  try {
    timesOf(input, zone);
    return false;
  } catch {
    return true;
  }
}

test("both times of an hour that comes twice are told apart", () => {
  const zone = "America/Tijuana";
  const [first] = [timesOf({ date: "2026-11-01", time: "01:30", endTime: "01:45" }, zone)];
  const later = 60 * 60_000;
  for (const shift of [0, later]) {
    const times = { ...first, startsAtUtc: first.startsAtUtc + shift, endsAtUtc: first.endsAtUtc + shift };
    const { start, end } = readBack(icsOf([{ ...stamps, ...times }], { program: "Cartera" }));
    expect([start, end]).toMatchObject([{ instant: times.startsAtUtc }, { instant: times.endsAtUtc }]);
  }
});

test("a file whose zone is wrong by one change, or whose days end a day early, is told", () => {
  const zone = "America/Santiago";
  const input = { date: "2026-04-05", time: "09:00", endTime: "10:00" };
  const { text } = written(zone, input);
  expect(complaint(zone, input, text)).toBeUndefined();
  expect(
    complaint(
      zone,
      input,
      text.replace("TZOFFSETTO:-0400\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:2026", "TZOFFSETTO:-0300\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:2026"),
    ),
  ).toBeDefined();
  expect(
    complaint(zone, { date: input.date, time: null, endDate: lastOfMonth(input.date) }, written(zone, { date: input.date, time: null }).text),
  ).toBeDefined();
});
