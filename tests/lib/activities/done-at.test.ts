import { expect, test } from "vitest";
import { activities } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity } from "@/lib/activities/commands";
import { editActivity } from "@/lib/activities/edit";
import { activityEditForm, activityForm } from "@/lib/activities/forms";
import { typedTimes } from "@/lib/activities/times";
import { doneDay, doneText } from "@/lib/activities/when";
import { toInstant } from "@/lib/core/dates";
import { timelineOf } from "@/lib/events/timeline";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { now, today, world } from "../../support/world";

const zone = "America/Monterrey";
const at = (wall: string) => toInstant(wall, zone).instant;

function written() {
  const { db, ids, viewer } = world();
  const by = { userId: ids.ana, now, zone };
  const acme = { account: { id: ids.acme } };
  const call = { kind: "call", isDone: "on", accountId: String(ids.acme) };
  const make = (subject: string, typed: object) => write(db, (tx) => createActivity(tx, acme, activityForm.parse({ ...call, subject, ...typed }), by)).id;
  const row = (id: number) =>
    db
      .select()
      .from(activities)
      .all()
      .find((one) => one.id === id)!;
  const edit = (id: number, typed: object, more: Partial<typeof by> = {}) => {
    const shown = Object.fromEntries(Object.entries(typedTimes(row(id), zone)).map(([name, value]) => [name, value ?? ""]));
    const input = activityEditForm.parse({ ...call, id, subject: row(id).subject, ...shown, ...typed });
    write(db, (tx) => editActivity(tx, row(id), acme, input, { ...by, ...more }));
  };
  const told = () =>
    timelineOf(scopeFor(viewer("ana"), db), { accountId: ids.acme }, undefined).rows.flatMap((entry) =>
      "activity" in entry ? [[entry.activity.subject, entry.sortValue]] : [],
    );
  return { make, edit, row, told };
}

test("what is written down afterwards stands in the history when it was done", () => {
  const { make, row, told } = written();
  make("Recién", { date: today });
  const day = make("Aquel día", { date: "2026-08-18" });
  make("Ayer", { date: "2026-08-21", time: "09:30" });
  make("Temprano", { date: today, time: "08:00" });
  make("Nota de anteayer", { kind: "note", isDone: undefined, date: "2026-08-20", time: "17:00" });
  expect(told()).toEqual([
    ["Recién", now],
    ["Temprano", at(`${today}T08:00`)],
    ["Ayer", at("2026-08-21T09:30")],
    ["Nota de anteayer", at("2026-08-20T17:00")],
    ["Aquel día", at("2026-08-18T00:00")],
  ]);
  expect(doneText(row(day), row(day).doneAt!)).toBe("18/08/2026");
  for (const other of ["UTC", "Pacific/Honolulu", "Asia/Tokyo"]) {
    const dayThere = runWith({ locale: "es", pack: packs.MX, zone: other, currency: "MXN" }, () => doneDay(row(day), row(day).doneAt!));
    expect(dayThere, other).toBe("2026-08-18");
  }
});

test("nothing was done in the future: the field that says so is named; a note may be for another day", () => {
  const { make, told } = written();
  const wrong = (typed: object) => {
    try {
      return make("Todavía no", typed);
    } catch (error) {
      return error;
    }
  };
  expect(wrong({ date: "2026-08-23" })).toMatchObject({ code: "activities.not_yet", field: "date" });
  expect(wrong({ date: today, time: "23:00" })).toMatchObject({ code: "activities.not_yet", field: "time" });
  make("Para mañana", { kind: "note", date: "2026-08-23" });
  expect(told()).toEqual([["Para mañana", now]]);
});

test("correcting the date of what was done corrects the history; other words leave it where it is", () => {
  const { make, edit, told } = written();
  const id = make("Llamada", { date: today });
  edit(id, { notes: "Pidió precio" });
  expect(told()).toEqual([["Llamada", now]]);
  edit(id, { date: "2026-08-19", time: "16:00", endDate: "", endTime: "" });
  expect(told()).toEqual([["Llamada", at("2026-08-19T16:00")]]);
  expect(() => edit(id, { date: "2026-08-29" })).toThrow("activities.not_yet");
});

test("today is the day of who types, though its own clock is behind", () => {
  const { make, edit, row } = written();
  const evening = { now: at(`${today}T20:00`), zone: "Europe/Madrid" };
  const id = make("Llamada", { date: "2026-08-20" });
  edit(id, { date: "2026-08-23" }, evening);
  expect(row(id)).toMatchObject({ startsAt: "2026-08-23", doneAt: evening.now });
  expect(() => edit(id, { date: "2026-08-24" }, evening)).toThrow("activities.not_yet");
});

test("a note that is given a day to come stays where it was written, and becomes no call that is still to come", () => {
  const { make, edit, told } = written();
  const id = make("Aviso", { kind: "note", isDone: undefined, date: "2026-07-01", time: "10:00" });
  edit(id, { kind: "note", date: "2026-09-25" });
  expect(told()).toEqual([["Aviso", at("2026-07-01T10:00")]]);
  expect(() => edit(id, {})).toThrow("activities.not_yet");
  edit(id, {}, { now: at("2026-09-26T09:00") });
  expect(told()).toEqual([["Aviso", at("2026-09-25T10:00")]]);
});
