import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { completeActivity, createActivity } from "@/lib/activities/commands";
import { activityForm, doneForm } from "@/lib/activities/forms";
import { logActivity, logForm } from "@/lib/activities/log";
import { doneText } from "@/lib/activities/when";
import { toInstant } from "@/lib/core/dates";
import { followUp } from "@/lib/prospects/follow-up";
import { followUpForm } from "@/lib/prospects/forms";
import { now, today, world } from "../../support/world";

const zone = "America/Monterrey";
const { db, ids } = world();
const by = { userId: ids.ana, now, zone };
const at = (wall: string) => toInstant(wall, zone).instant;
const rowOf = (id: number) => db.select().from(activities).where(eq(activities.id, id)).get()!;

function planned(time: string | undefined, date = "2026-08-21"): number {
  return write(db, (tx) => createActivity(tx, { account: { id: ids.acme } }, activityForm.parse({ kind: "call", subject: "Llamar", date, time }), by).id);
}

const complete = (id: number, typed: object) => write(db, (tx) => completeActivity(tx, { id }, doneForm.parse({ id: String(id), ...typed }), by));
const refusal = (field: string) => expect.objectContaining({ code: "activities.still_to_come", field });

test("what was done is told for the day and hour it was done, and left empty for now", () => {
  const cases: [typed: object, doneAt: number, time?: string][] = [
    [{}, now],
    [{ doneOn: today }, now],
    [{ doneOn: "2026-08-20", doneTime: "16:30" }, at("2026-08-20T16:30")],
    [{ doneTime: "09:15" }, at(`${today}T09:15`)],
    [{ doneOn: "2026-08-21" }, at("2026-08-21T11:00"), "11:00"],
    [{ doneOn: "2026-08-20" }, at("2026-08-20T00:00"), "11:00"],
    [{ doneOn: "2026-08-21" }, at("2026-08-21T00:00"), undefined],
  ];
  for (const [typed, doneAt, time] of cases) {
    const id = planned(time);
    complete(id, typed);
    expect(rowOf(id), JSON.stringify(typed)).toMatchObject({ status: "done", doneAt });
  }
});

test("nothing was done in the future: the field that says so is named, and it stays to do", () => {
  const id = planned("11:00");
  expect(() => complete(id, { doneOn: "2026-08-23" })).toThrow(refusal("doneOn"));
  expect(() => complete(id, { doneOn: today, doneTime: "23:59" })).toThrow(refusal("doneTime"));
  expect(() => complete(id, { doneTime: "23:59" })).toThrow(refusal("doneTime"));
  expect(rowOf(id).status).toBe("planned");
});

test("a note and a follow-up told late stand where they were done, with what they ended", () => {
  const log = (typed: object) =>
    write(db, (tx) => logActivity(tx, { id: ids.acme }, logForm.parse({ accountId: String(ids.acme), kind: "call", notes: "Pidió precio", ...typed }), by).id);
  expect(rowOf(log({ doneOn: "2026-08-20", doneTime: "16:30" }))).toMatchObject({
    startsAt: "2026-08-20T16:30",
    doneAt: at("2026-08-20T16:30"),
    createdAt: now,
  });
  const wholeDay = rowOf(log({ doneOn: "2026-08-20" }));
  expect(wholeDay).toMatchObject({ isAllDay: true, startsAt: "2026-08-20" });
  expect(doneText(wholeDay, wholeDay.doneAt!)).toBe("20/08/2026");
  expect(rowOf(log({})).doneAt).toBe(now);
  expect(() => log({ doneOn: "2026-08-23" })).toThrow(refusal("doneOn"));

  const stamps = { createdAt: now, updatedAt: now };
  write(db, (tx): void => {
    tx.insert(prospects)
      .values({ id: 1, number: 1, ownerId: ids.ana, personName: "Rosa", nameKey: "rosa", contactedOn: "2026-08-01", ...stamps })
      .run();
  });
  const visit = write(db, (tx) => {
    const input = activityForm.parse({ kind: "visit", subject: "Visitar", date: "2026-08-25" });
    return createActivity(tx, { prospect: { id: 1, accountId: null } }, input, by).id;
  });
  const told = { id: "1", kind: "visit", notes: "Le mostré el catálogo", done: [String(visit)], milestone: "quoted", doneOn: "2026-08-20", doneTime: "12:00" };
  write(db, (tx) => followUp(tx, { id: 1 }, followUpForm.parse(told), by));
  expect(db.select().from(activities).orderBy(desc(activities.id)).get()).toMatchObject({ startsAt: "2026-08-20T12:00", doneAt: at("2026-08-20T12:00") });
  expect(rowOf(visit)).toMatchObject({ status: "done", doneAt: at("2026-08-20T12:00") });
  expect(db.select().from(prospects).get()).toMatchObject({ quotedOn: "2026-08-20", status: "contacted" });
});
