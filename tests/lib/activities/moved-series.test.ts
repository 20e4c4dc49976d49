import { and, asc, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, events } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { cancelActivity, completeActivity, createActivity, moveActivity, trashActivity } from "@/lib/activities/commands";
import { activityForm, moveForm } from "@/lib/activities/forms";
import type { Extent } from "@/lib/activities/rules";
import { movedTimes, timesOf } from "@/lib/activities/times";
import { ownActivities } from "@/lib/calendar/own";
import { dayOf, lastOfMonth } from "@/lib/core/dates";
import { workOffSeries } from "../../support/work-off";
import { now, world } from "../../support/world";

const zone = "America/Monterrey";

function begin(more: object) {
  const { db, ids, viewer } = world();
  const by = { userId: ids.ana, now, zone };
  const typed = activityForm.parse({ kind: "visit", subject: "Surtir", date: "2026-08-31", time: "10:00", repeatUnit: "month", ...more });
  write(db, (tx) => createActivity(tx, { account: { id: ids.acme } }, typed, by));
  const rows = () =>
    db
      .select()
      .from(activities)
      .where(and(eq(activities.subject, "Surtir"), isNull(activities.deletedAt)))
      .orderBy(asc(activities.occurrence))
      .all();
  const move = (n: number, to: object, appliesTo: Extent) => {
    write(db, (tx) => moveActivity(tx, rows()[n]!, moveForm.parse({ id: rows()[n]!.id, ...to }), { ...by, appliesTo }));
    workOffSeries(db, now);
  };
  return { db, by, ids, rows, move, scope: () => scopeFor(viewer("ana"), db), starts: () => rows().map(({ startsAt }) => startsAt) };
}

test("one time is put off alone, with those after it, or with all that remain, and the end of a month stays its end", () => {
  const here = begin({ repeatUntil: "2027-03-31" });
  const before = here.starts();
  expect(before.map((start) => start.slice(5, 10))).toEqual(["08-31", "09-30", "10-31", "11-30", "12-31", "01-31", "02-28", "03-31"]);
  here.move(1, { date: "2026-10-02", time: "09:00" }, "this");
  expect(here.starts()).toEqual(before.with(1, "2026-10-02T09:00"));
  here.move(4, { date: "2026-12-31", time: "16:30", minutes: "90" }, "following");
  expect(here.starts().map((start) => start.slice(11))).toEqual(["10:00", "09:00", "10:00", "10:00", "16:30", "16:30", "16:30", "16:30"]);
  expect(here.starts().slice(4)).toEqual(["2026-12-31T16:30", "2027-01-31T16:30", "2027-02-28T16:30", "2027-03-31T16:30"]);
  expect(here.rows().map(({ startsAtUtc, endsAtUtc }) => (endsAtUtc - startsAtUtc) / 60_000)).toEqual([60, 60, 60, 60, 90, 90, 90, 90]);
  write(here.db, (tx) => void completeActivity(tx, here.rows()[4]!, { result: null }, here.by));
  here.move(6, { date: "2027-02-27", time: null }, "all");
  expect(here.starts().slice(4)).toEqual(["2026-12-31T16:30", "2027-01-27", "2027-02-27", "2027-03-27"]);
  expect(here.starts().slice(0, 4)).toEqual(["2026-08-31T10:00", "2026-10-02T09:00", "2026-10-31T10:00", "2026-11-30T10:00"]);
});

test("put off together they leave one batch, each told by its own event", () => {
  const here = begin({ repeatUntil: "2026-12-31" });
  const change = write(here.db, (tx) => moveActivity(tx, here.rows()[1]!, { date: "2026-10-01", time: "10:00" }, { ...here.by, appliesTo: "following" }));
  expect(change.also!.map(({ name, change: one }) => [name, (one.after as { startsAt: string }).startsAt])).toEqual([
    ["activity.moved", "2026-11-01T10:00"],
    ["activity.moved", "2026-12-01T10:00"],
    ["activity.moved", "2027-01-01T10:00"],
  ]);
});

test.each([
  ["this", ["planned", "planned", "cancelled", "planned", "planned"]],
  ["following", ["planned", "planned", "cancelled", "cancelled", "cancelled"]],
  ["all", ["cancelled", "cancelled", "cancelled", "cancelled", "cancelled"]],
] as const)("cancelling %s leaves the calendar and its feed without them, and nothing more comes", (appliesTo, statuses) => {
  const here = begin({ repeatUntil: "2026-12-31" });
  write(here.db, (tx) => cancelActivity(tx, here.rows()[2]!, { ...here.by, appliesTo }));
  workOffSeries(here.db, now);
  expect(here.rows().map(({ status }) => status)).toEqual(statuses);
  const left = ownActivities(here.scope(), here.ids.ana, now).map(({ startsAt }) => startsAt);
  expect(left).toEqual(here.starts().filter((_, place) => statuses[place] === "planned"));
  expect(() => write(here.db, (tx) => cancelActivity(tx, here.rows()[2]!, here.by))).toThrow("activities.already_cancelled");
});

test("all that remain go to the trash together; what is done stays", () => {
  const here = begin({ repeatUntil: "2026-12-31" });
  write(here.db, (tx) => void completeActivity(tx, here.rows()[0]!, { result: null }, here.by));
  write(here.db, (tx) => trashActivity(tx, here.rows()[3]!, { ...here.by, appliesTo: "all" }));
  workOffSeries(here.db, now);
  expect(here.starts()).toEqual(["2026-08-31T10:00"]);
  expect(here.db.select().from(events).where(eq(events.name, "activity.moved")).all()).toEqual([]);
});

test.each(["following", "all"] as const)("the last day of each month stays so when %s are put off to another hour", (appliesTo) => {
  const here = begin({ repeatUnit: "month_end", repeatUntil: "2027-03-31" });
  here.move(2, { date: "2026-10-31", time: "23:15" }, appliesTo);
  for (const { startsAtUtc } of here.rows()) expect(dayOf(startsAtUtc, zone)).toBe(lastOfMonth(dayOf(startsAtUtc, zone)));
  expect(here.starts().at(-1)!.slice(11)).toBe("23:15");
});

test("how long it takes is kept unless it is said: whole days by the day, hours by the minute", () => {
  const whole = timesOf({ date: "2026-09-01", time: null, endDate: "2026-09-03" }, zone);
  const timed = timesOf({ date: "2026-09-01", time: "10:00", endTime: "10:40" }, zone);
  const ends = (from: typeof whole, time: string | null, minutes: number | null) => movedTimes(from, { date: "2026-09-10", time, minutes }, zone).endsAt;
  expect([ends(whole, null, null), ends(whole, null, 1440), ends(timed, null, 4320)]).toEqual(["2026-09-13", "2026-09-11", "2026-09-13"]);
  expect([ends(timed, "12:00", null), ends(timed, "12:00", 15), ends(whole, "12:00", null), ends(whole, "12:00", 90)]).toEqual([
    ...["2026-09-10T12:40", "2026-09-10T12:15", "2026-09-10T13:00", "2026-09-10T13:30"],
  ]);
  expect(moveForm.safeParse({ id: "1", date: "2026-09-10", minutes: "44641" }).success).toBe(false);
});
