import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, outbox, repetitions } from "@/db/schema";
import { write } from "@/db/write";
import { completeActivity, createActivity, moveActivity, trashActivity } from "@/lib/activities/commands";
import { editActivity } from "@/lib/activities/edit";
import { activityForm } from "@/lib/activities/forms";
import { repeat } from "@/lib/activities/repetitions";
import { workOffSeries } from "../../support/work-off";
import { now, type World, world } from "../../support/world";

const zone = "America/New_York";
const typed = (more: object) => activityForm.parse({ kind: "task", subject: "Cobrar", date: "2026-08-31", time: "10:00", ...more });

function begin({ db, ids }: World, more: object) {
  const by = { userId: ids.ana, now, zone };
  const { id } = write(db, (tx) => createActivity(tx, { account: { id: ids.acme } }, typed(more), by));
  const rows = () =>
    db
      .select()
      .from(activities)
      .where(and(eq(activities.subject, "Cobrar"), isNull(activities.deletedAt)))
      .orderBy(asc(activities.startsAtUtc))
      .all();
  const nth = (n: number) => db.select().from(activities).where(eq(activities.occurrence, n)).all().at(-1)!;
  return { db, by, id, rows, nth, filing: { account: { id: ids.acme } } };
}

test("work that comes every month stands 24 months ahead, and a job adds what comes into sight", () => {
  const { db, rows } = begin(world(), { repeatUnit: "month" });
  expect(
    rows()
      .map(({ startsAt }) => startsAt.slice(0, 10))
      .slice(0, 7),
  ).toEqual([...["2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]]);
  expect(rows()).toHaveLength(24);
  const job = db.select().from(outbox).where(eq(outbox.kind, "activities.repeat")).get()!;
  const later = now + 60 * 86_400_000;
  for (const _twice of [1, 2]) write(db, (tx) => void repeat.slice(tx, job.payload, null, { jobId: 1, now: later }));
  expect(rows()).toHaveLength(26);
});

test("of a daily task the first are made at once and the others by the worker, up to its last day", () => {
  const here = begin(world(), { repeatUnit: "day", repeatUntil: "2027-08-30" });
  expect(here.rows()).toHaveLength(31);
  const { payload } = here.db.select().from(outbox).where(eq(outbox.kind, "activities.repeat")).get()!;
  while (!("done" in write(here.db, (tx) => repeat.slice(tx, payload, null, { jobId: 1, now })))) expect(here.rows().length).toBeLessThan(400);
  expect(here.rows()).toHaveLength(365);
  expect(new Set(here.rows().map(({ startsAt }) => startsAt.slice(11)))).toEqual(new Set(["10:00"]));
  expect(new Set(here.rows().map(({ startsAtUtc }) => startsAtUtc % 86_400_000)).size).toBe(2);
});

test("a run that is changed before all of it was made goes on as it was changed", () => {
  const { db, by, rows, nth, filing } = begin(world(), { repeatUnit: "day", repeatUntil: "2026-12-31" });
  write(db, (tx) => editActivity(tx, nth(30), filing, { ...typed({ date: nth(30).startsAt.slice(0, 10), time: "18:00" }), appliesTo: "following" }, by));
  const due = db
    .select()
    .from(outbox)
    .where(eq(outbox.kind, "activities.repeat"))
    .all()
    .filter(({ runAt }) => runAt === now);
  for (const { payload } of due)
    while (!("done" in write(db, (tx) => repeat.slice(tx, payload, null, { jobId: 1, now })))) expect(rows().length).toBeLessThan(200);
  const hours = rows().map(({ startsAt }) => startsAt.slice(11));
  expect(hours).toEqual([...Array(30).fill("10:00"), ...Array(93).fill("18:00")]);
});

test("an edit is for this time, for it and those after it, or for all that remain", () => {
  const { db, by, rows, nth, filing } = begin(world(), { repeatUnit: "month" });
  const edit = (n: number, more: object, appliesTo: "this" | "following" | "all") =>
    write(db, (tx) => editActivity(tx, nth(n), filing, { ...typed({ date: nth(n).startsAt.slice(0, 10), ...more }), appliesTo }, by));
  edit(1, { notes: "Solo esta" }, "this");
  expect(rows().filter(({ notes }) => notes).length).toBe(1);

  edit(6, { time: "16:30" }, "following");
  const hours = () => rows().map(({ startsAt }) => startsAt.slice(11));
  workOffSeries(db, now);
  expect(hours()).toEqual([...Array(6).fill("10:00"), ...Array(18).fill("16:30")]);
  expect(nth(7).startsAt).toBe("2027-03-31T16:30");
  workOffSeries(db, now);

  edit(8, { date: "2027-05-05" }, "following");
  expect([nth(7), nth(8), nth(9)].map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(["2027-03-31", "2027-05-05", "2027-06-05"]);

  edit(10, { notes: "Todas" }, "all");
  workOffSeries(db, now);
  expect(rows().filter(({ notes }) => notes === "Todas").length).toBe(16);
  expect(new Set(rows().map(({ startsAtUtc }) => startsAtUtc)).size).toBe(24);
});

test("words for all leave alone what was moved by itself, and the last day of each month stays the last", () => {
  const { db, by, nth, filing } = begin(world(), { repeatUnit: "month_end", date: "2026-08-15" });
  expect([0, 1, 6].map((n) => nth(n).startsAt.slice(0, 10))).toEqual(["2026-08-31", "2026-09-30", "2027-02-28"]);
  write(db, (tx) => moveActivity(tx, nth(1), { date: "2026-10-02", time: "10:00" }, by));
  write(db, (tx) => editActivity(tx, nth(0), filing, { ...typed({ subject: "Cobrar", notes: "Con recibo" }), appliesTo: "all" }, by));
  workOffSeries(db, now);
  expect(nth(1)).toMatchObject({ notes: "Con recibo", startsAt: "2026-10-02T10:00" });
  write(db, (tx) => editActivity(tx, nth(6), filing, { ...typed({ date: "2027-02-28", time: "12:00" }), appliesTo: "all" }, by));
  expect([5, 6, 7].map((n) => nth(n).startsAt)).toEqual(["2027-01-31T12:00", "2027-02-28T12:00", "2027-03-31T12:00"]);
});

test("in the trash with those after it, nothing more comes", () => {
  const { db, by, rows, nth } = begin(world(), { repeatUnit: "week", repeatEvery: 2 });
  workOffSeries(db, now);
  const all = rows().length;
  write(db, (tx) => trashActivity(tx, nth(3), { ...by, appliesTo: "following" }));
  workOffSeries(db, now);
  expect(all).toBe(52);
  expect(rows()).toHaveLength(3);
  const { payload } = db.select().from(outbox).where(eq(outbox.kind, "activities.repeat")).get()!;
  write(db, (tx) => void repeat.slice(tx, payload, null, { jobId: 1, now: now + 90 * 86_400_000 }));
  expect(rows()).toHaveLength(3);
});

const days = (rows: { startsAt: string }[]) => rows.map(({ startsAt }) => startsAt.slice(0, 10));

test("another rule holds from this time on: what follows is laid anew, what was before or is done stays", () => {
  const { db, by, rows, nth, filing } = begin(world(), { repeatUnit: "week", repeatUntil: "2026-12-28" });
  expect(rows()).toHaveLength(18);
  write(db, (tx) => void completeActivity(tx, nth(6), { result: null }, by));
  const rule = { repeatUnit: "month", repeatUntil: "2027-01-31" };
  const edit =
    (appliesTo: "this" | "following" | "all", more: object = rule) =>
    () =>
      write(db, (tx) => editActivity(tx, nth(4), filing, { ...typed({ date: "2026-09-30", time: "11:00", ...more }), appliesTo }, by));
  for (const extent of ["this", "all"] as const)
    expect(edit(extent)).toThrow(expect.objectContaining({ code: "activities.rule_from_here", field: "appliesTo" }));
  edit("following")();
  workOffSeries(db, now);
  expect(days(rows())).toEqual([
    ...["2026-08-31", "2026-09-07", "2026-09-14", "2026-09-21", "2026-09-30"],
    // Done already, by the old rule.
    "2026-10-12",
    ...["2026-10-30", "2026-11-30", "2026-12-30", "2027-01-30"],
  ]);
  expect(rows().filter(({ startsAt }) => startsAt.endsWith("T11:00"))).toHaveLength(5);
  expect(db.select({ unit: repetitions.unit, untilOn: repetitions.untilOn }).from(repetitions).all()).toEqual([
    { unit: "week", untilOn: "2026-09-27" },
    { unit: "month", untilOn: "2027-01-31" },
  ]);
  expect(db.select().from(activities).where(isNotNull(activities.deletedAt)).all()).toHaveLength(12);
});

test("the last day of a month, said of a time in the middle of it, is that month's; and work stops coming where it is said", () => {
  const { db, by, rows, nth, filing } = begin(world(), { repeatUnit: "week" });
  const edit = (n: number, more: object) => {
    write(db, (tx) => editActivity(tx, nth(n), filing, { ...typed({ date: nth(n).startsAt.slice(0, 10), ...more }), appliesTo: "following" }, by));
    workOffSeries(db, now);
  };
  edit(2, { repeatUnit: "month_end", repeatUntil: "2026-12-31" });
  expect(days(rows())).toEqual(["2026-08-31", "2026-09-07", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31"]);
  edit(1, { repeatUnit: "" });
  expect(days(rows())).toEqual(["2026-08-31", "2026-09-07", "2026-09-30", "2026-10-31"]);
  expect(rows().at(-1)!.repetitionId).toBeNull();
  workOffSeries(db, now + 400 * 86_400_000);
  expect(rows()).toHaveLength(4);
});

test("what was planned once begins to come again, and a rule sent as it stands changes nothing", () => {
  const { db, by, rows, nth, filing } = begin(world(), {});
  const [only] = rows();
  const edit = (id: number, more: object, appliesTo: "this" | "following" = "this") =>
    write(db, (tx) => editActivity(tx, { id }, filing, { ...typed(more), appliesTo }, by));
  edit(only!.id, { repeatUnit: "month", repeatEvery: "2", repeatUntil: "2027-08-31" });
  expect(days(rows())).toEqual(["2026-08-31", "2026-10-31", "2026-12-31", "2027-02-28", "2027-04-30", "2027-06-30", "2027-08-31"]);
  const series = nth(0).repetitionId;
  edit(nth(1).id, { date: "2026-10-31", repeatUnit: "month", repeatEvery: "2", repeatUntil: "2027-08-31", notes: "Solo esta" });
  expect(rows().map(({ repetitionId }) => repetitionId)).toEqual(Array(7).fill(series));
  expect(rows().filter(({ notes }) => notes)).toHaveLength(1);
});
