import { expect, test } from "vitest";
import { activities } from "@/db/schema";
import { write } from "@/db/write";
import { createActivity, moveActivity } from "@/lib/activities/commands";
import { editActivity } from "@/lib/activities/edit";
import { activityForm, doneForm, moveForm } from "@/lib/activities/forms";
import { es } from "@/lib/i18n/es";
import { fieldErrors } from "@/lib/web/field-errors";
import { workOffSeries } from "../../support/work-off";
import { now, world } from "../../support/world";

const planned = { kind: "task", subject: "Cobrar", date: "2026-08-31" };

test.each(["9999-12-31", "1026-11-22", "0050-01-01", "1969-12-31", "2201-01-01"])("the year of %s is a slip, said where it was typed", (day) => {
  const said = (form: typeof activityForm | typeof doneForm | typeof moveForm, body: object) => fieldErrors(form.safeParse(body).error?.issues ?? []);
  const sentence = es.errors.activities.far_off;
  expect(said(activityForm, { ...planned, date: day })).toEqual({ date: sentence });
  expect(said(activityForm, { ...planned, endDate: day })).toEqual({ endDate: sentence });
  expect(said(activityForm, { ...planned, repeatUnit: "day", repeatUntil: day })).toEqual({ repeatUntil: sentence });
  expect(said(moveForm, { id: "1", date: day })).toEqual({ date: sentence });
  expect(said(doneForm, { id: "1", nextOn: day })).toEqual({ nextOn: sentence });
});

test("the first and the last day are planned, and what was left empty stays so", () => {
  for (const date of ["1970-01-01", "2200-12-31"]) {
    const { db, ids } = world();
    const input = activityForm.parse({ ...planned, date, endDate: "" });
    expect(write(db, (tx) => createActivity(tx, {}, input, { userId: ids.ana, now, zone: "Asia/Tokyo" })).times.startsAt).toBe(date);
  }
});

test("what repeats begins at most 31 days ago, and is not moved further back", () => {
  const { db, ids } = world();
  const by = { userId: ids.ana, now, zone: "UTC" };
  const repeat = (date: string) => write(db, (tx) => createActivity(tx, {}, activityForm.parse({ ...planned, date, repeatUnit: "day" }), by));
  expect(() => repeat("2026-07-21")).toThrow(expect.objectContaining({ code: "activities.repeats_from_past", field: "date" }));
  expect(db.select().from(activities).all()).toEqual([]);
  const { id } = repeat("2026-07-22");
  const edit = (date: string, more: object = {}) =>
    write(db, (tx) => editActivity(tx, { id }, {}, { ...activityForm.parse({ ...planned, date, ...more }), appliesTo: "all" }, by));
  expect(() => edit("1970-01-01")).toThrow(expect.objectContaining({ code: "activities.repeats_from_past", field: "date" }));
  expect(() => edit("2026-07-22")).not.toThrow();
  workOffSeries(db, now);
  write(db, (tx) => moveActivity(tx, { id }, { date: "1970-01-01", time: null }, by));
  expect(() => edit("1970-01-01", { notes: "Con recibo" })).not.toThrow();
  workOffSeries(db, now);
  expect(() => edit("1970-01-01", { time: "10:00" })).toThrow("activities.repeats_from_past");
});
