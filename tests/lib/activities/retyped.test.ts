import { asc, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities } from "@/db/schema";
import { write } from "@/db/write";
import { createActivity } from "@/lib/activities/commands";
import { editActivity } from "@/lib/activities/edit";
import { activityEditForm, activityForm } from "@/lib/activities/forms";
import { logActivity, logForm } from "@/lib/activities/log";
import { typedTimes } from "@/lib/activities/times";
import { workOffSeries } from "../../support/work-off";
import { now, world } from "../../support/world";

const zone = "America/Monterrey";
const task = { kind: "task", subject: "Cerrar el mes" };

/** One activity, and its edit form sent as it was shown but for what is typed. */
function planned(more: object) {
  const { db, ids } = world();
  const by = { userId: ids.ana, now, zone };
  const make = (typed: object) => write(db, (tx) => createActivity(tx, {}, activityForm.parse({ ...task, ...typed }), by).id);
  make({ date: "2026-09-15", ...more });
  const rows = () => db.select().from(activities).where(isNull(activities.deletedAt)).orderBy(asc(activities.startsAtUtc)).all();
  const edit = (typed: object, { nth = 0, from = zone }: { nth?: number; from?: string } = {}) => {
    const row = rows()[nth]!;
    const shown = Object.entries(typedTimes(row, from)).map(([name, value]) => [name, value ?? ""]);
    const input = activityEditForm.parse({ ...task, id: row.id, ...Object.fromEntries(shown), ...typed });
    write(db, (tx) => editActivity(tx, row, {}, input, { ...by, zone: from }));
    workOffSeries(db, now);
  };
  const spans = () => rows().map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`);
  return { edit, rows, spans, make };
}

test("another day alone takes the end along, back and forth, of an hour, a day and of several", () => {
  for (const date of ["2026-09-10", "2026-09-20"]) {
    const moved = (more: object) => {
      const { edit, spans } = planned(more);
      edit({ date });
      return spans()[0]!.replaceAll(date.slice(0, 8), "");
    };
    const day = Number(date.slice(8));
    expect(moved({ time: "10:00" })).toBe(`${day}T10:00 ${day}T11:00`);
    expect(moved({ time: "23:30" })).toBe(`${day}T23:30 ${day + 1}T00:30`);
    expect(moved({})).toBe(`${day} ${day + 1}`);
    expect(moved({ endDate: "2026-09-17" })).toBe(`${day} ${day + 3}`);
    expect(moved({ time: "09:00", endDate: "2026-09-17", endTime: "18:00" })).toBe(`${day}T09:00 ${day + 2}T18:00`);
  }
});

test("an end that is typed is meant; one left behind by a later hour keeps the length", () => {
  const { edit, spans } = planned({ time: "10:00" });
  edit({ time: "09:00" });
  expect(spans()).toEqual(["2026-09-15T09:00 2026-09-15T11:00"]);
  edit({ time: "15:00" });
  expect(spans()).toEqual(["2026-09-15T15:00 2026-09-15T17:00"]);
  edit({ endTime: "15:30" });
  expect(spans()).toEqual(["2026-09-15T15:00 2026-09-15T15:30"]);
  edit({ endDate: "2026-09-16" });
  expect(spans()).toEqual(["2026-09-15T15:00 2026-09-16T15:30"]);
  expect(() => edit({ endDate: "2026-09-14" })).toThrow("end_before_start");
});

test("of a series, for those after it too, and as its own clock has it when changed from elsewhere", () => {
  const { edit, spans } = planned({ time: "10:00", repeatUnit: "week" });
  edit({ date: "2026-09-21", appliesTo: "following" }, { nth: 1 });
  expect(spans().slice(0, 3)).toEqual(["2026-09-15T10:00 2026-09-15T11:00", "2026-09-21T10:00 2026-09-21T11:00", "2026-09-28T10:00 2026-09-28T11:00"]);
  edit({ date: "2026-09-23", appliesTo: "following" }, { nth: 1, from: "Asia/Tokyo" });
  expect(spans().slice(1, 3)).toEqual(["2026-09-22T10:00 2026-09-22T11:00", "2026-09-29T10:00 2026-09-29T11:00"]);
});

test("the last day of each month is chosen of what stood in the middle of one", () => {
  for (const from of [zone, "Asia/Tokyo"]) {
    for (const [time, hours] of [
      ["10:00", ["T10:00", "T11:00"]],
      ["23:30", ["T23:30", "T00:30"]],
    ] as const) {
      const { edit, spans } = planned({ time, repeatUnit: "month" });
      edit({ repeatUnit: "month_end", appliesTo: "following" }, { nth: 2, from });
      const days = time === "10:00" ? ["2026-11-30", "2026-12-31"] : ["2026-12-01", "2027-01-01"];
      expect(spans().slice(2, 4)).toEqual([`2026-11-30${hours[0]} ${days[0]}${hours[1]}`, `2026-12-31${hours[0]} ${days[1]}${hours[1]}`]);
    }
    const { edit, spans } = planned({ endDate: "2026-09-16" });
    edit({ repeatUnit: "month_end" }, { from });
    expect(spans().slice(0, 2)).toEqual(["2026-09-30 2026-10-02", "2026-10-31 2026-11-02"]);
  }
});

test("the last day of each month is chosen of what is new, with its end filled in", () => {
  const { spans, make } = planned({});
  make({ date: "2026-10-15", time: "10:00", endDate: "2026-10-15", endTime: "12:00", repeatUnit: "month_end" });
  expect(spans().slice(1, 3)).toEqual(["2026-10-31T10:00 2026-10-31T12:00", "2026-11-30T10:00 2026-11-30T12:00"]);
});

test("what was written down as it was done keeps its moment", () => {
  const { db, ids } = world();
  const by = { userId: ids.ana, now, zone };
  const { id } = write(db, (tx) => logActivity(tx, { id: ids.acme }, logForm.parse({ accountId: String(ids.acme), kind: "note", notes: "Pidió precio" }), by));
  const row = () => db.select().from(activities).all().at(-1)!;
  const before = row();
  write(db, (tx) => editActivity(tx, { id }, {}, activityEditForm.parse({ ...task, kind: "note", id, ...typedTimes(before, zone) }), by));
  expect(row()).toMatchObject({ subject: task.subject, startsAtUtc: before.startsAtUtc, endsAtUtc: before.endsAtUtc });
});

test("what comes again may end on its first day, not before it", () => {
  const { edit, spans, make } = planned({ time: "10:00" });
  const rule = { repeatUnit: "week", repeatUntil: "2026-09-14" };
  const early = expect.objectContaining({ code: "end_before_start", field: "repeatUntil" });
  expect(() => make({ date: "2026-09-15", ...rule })).toThrow(early);
  expect(() => edit(rule)).toThrow(early);
  edit({ ...rule, repeatUntil: "2026-09-15" });
  expect(spans()).toEqual(["2026-09-15T10:00 2026-09-15T11:00"]);
});
