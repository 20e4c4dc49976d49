import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Transaction } from "@/db/open";
import { accounts, activities, events, picklistOptions, prospects, repetitions, users } from "@/db/schema";
import { write } from "@/db/write";
import { createActivity, trashActivity } from "@/lib/activities/commands";
import { editActivity } from "@/lib/activities/edit";
import { activityForm } from "@/lib/activities/forms";
import { repeat } from "@/lib/activities/repetitions";
import { type Change, recordEvent } from "@/lib/events/record";
import { createProspect } from "@/lib/prospects/commands";
import { followUp } from "@/lib/prospects/follow-up";
import { followUpForm, prospectForm } from "@/lib/prospects/forms";
import { restoreActivity } from "@/lib/trash/commands";
import { workOffSeries } from "../../support/work-off";
import { now, today, type World, world } from "../../support/world";

const day = 86_400_000;
const zone = "America/Monterrey";
const typed = (more: object) => activityForm.parse({ kind: "call", subject: "Llamar", date: "2026-08-24", time: "10:00", ...more });

function begin(here: World, more: object, isOfProspect = true) {
  const { db, ids, viewer } = here;
  const by = { userId: ids.ana, now, zone };
  const rosa = write(db, (tx) => createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName: "Rosa" }), by).id);
  const filing = isOfProspect ? { prospect: { id: rosa, accountId: null } } : { account: { id: ids.acme } };
  write(db, (tx) => createActivity(tx, filing, typed(more), by));
  workOffSeries(db, now);
  const rows = () => db.select().from(activities).where(isNotNull(activities.repetitionId)).orderBy(asc(activities.occurrence)).all();
  const edit = (nth: number, change: object, appliesTo: "this" | "all" = "this", at = now) => {
    const row = rows()[nth]!;
    const input = { ...typed({ date: row.startsAt.slice(0, 10), ...change }), appliesTo };
    const told = (tx: Parameters<Parameters<typeof write>[1]>[0]) => editActivity(tx, row, filing, input, { ...by, now: at });
    write(db, (tx) => recordEvent(tx, { viewer: viewer("ana"), name: "activity.edited", change: told(tx), at }));
    workOffSeries(db, now);
  };
  const repetition = () => db.select().from(repetitions).get()!;
  const comeBackAt = (at: number) => {
    while (!("done" in write(db, (tx) => repeat.slice(tx, { id: repetition().id }, null, { jobId: 1, now: at })))) expect(rows().length).toBeLessThan(2_000);
  };
  return { ...here, by, rosa, rows, edit, repetition, comeBackAt };
}

function close({ db, viewer, by, rosa }: ReturnType<typeof begin>, milestone: string) {
  const reason = db.select().from(picklistOptions).where(eq(picklistOptions.list, "lost_reason")).get()!;
  const said = { id: String(rosa), kind: "call", notes: "Ya está", milestone, lostReasonId: milestone === "cancelled" ? String(reason.id) : "" };
  return write(db, (tx) => {
    const change = followUp(tx, { id: rosa }, followUpForm.parse(said), by);
    return recordEvent(tx, { viewer: viewer("ana"), name: "prospect.followed_up", change, at: now });
  });
}

test("a lost prospect's daily call is cancelled some times at once, the rest by the worker in one batch, and comes no more", () => {
  const here = begin(world(), { repeatUnit: "day" });
  const { db, rows, repetition, comeBackAt } = here;
  write(db, (tx) => createActivity(tx, { prospect: { id: here.rosa, accountId: null } }, typed({ subject: "Visitar" }), here.by));
  const all = rows().length;
  expect(all).toBeGreaterThan(700);
  close(here, "cancelled");
  const cancelled = () => rows().filter(({ status }) => status === "cancelled").length;
  expect(cancelled()).toBe(17);
  expect(repetition().endedAt).toBe(now);
  workOffSeries(db, now);
  expect(cancelled()).toBe(all);
  expect(rows().filter(({ remindAt }) => remindAt !== null)).toEqual([]);
  expect(db.select().from(prospects).get()).toMatchObject({ status: "lost", nextActionOn: null });
  const told = db.select().from(events).where(eq(events.name, "activity.cancelled")).all();
  expect({ rows: told.length, batches: new Set(told.map(({ batchId }) => batchId)).size }).toEqual({ rows: all + 1, batches: 1 });
  comeBackAt(now + 90 * day);
  expect(rows()).toHaveLength(all);
});

test("what only one time of has been filed with a lost prospect goes on", () => {
  const here = begin(world(), { repeatUnit: "week" }, false);
  const { db, rows, repetition, comeBackAt } = here;
  db.update(activities)
    .set({ prospectId: here.rosa })
    .where(and(eq(activities.occurrence, 3), isNull(activities.deletedAt)))
    .run();
  close(here, "cancelled");
  workOffSeries(db, now);
  expect(rows().flatMap(({ status, occurrence }) => (status === "cancelled" ? [occurrence] : []))).toEqual([3]);
  const all = rows().length;
  comeBackAt(now + 90 * day);
  expect(repetition().endedAt).toBeNull();
  expect(rows().length).toBeGreaterThan(all);
});

test("with a prospect that ordered nothing more comes, and what was planned stays", () => {
  const here = begin(world(), { repeatUnit: "week" });
  const all = here.rows().length;
  close(here, "ordered");
  here.comeBackAt(now + 90 * day);
  expect(here.rows().map(({ status }) => status)).toEqual(Array(all).fill("planned"));
  expect(here.repetition().endedAt).not.toBeNull();
});

test("nothing more is laid for an account in the trash or an owner who left, until they are back", () => {
  const here = begin(world(), { repeatUnit: "week" }, false);
  const { db, ids, rows, comeBackAt } = here;
  const all = rows().length;
  db.update(accounts).set({ deletedAt: now }).where(eq(accounts.id, ids.acme)).run();
  comeBackAt(now + 40 * day);
  db.update(accounts).set({ deletedAt: null }).where(eq(accounts.id, ids.acme)).run();
  db.update(users).set({ isActive: false }).where(eq(users.id, ids.ana)).run();
  comeBackAt(now + 80 * day);
  expect(rows()).toHaveLength(all);
  db.update(users).set({ isActive: true }).where(eq(users.id, ids.ana)).run();
  comeBackAt(now + 120 * day);
  expect(rows().length).toBeGreaterThan(all + 15);
});

test("what comes into sight is like the others, not like the last one that was edited by itself", () => {
  const { ids, rows, edit, comeBackAt } = begin(world(), { repeatUnit: "year" }, false);
  edit(1, { subject: "Solo esta vez", notes: "No renovar", ownerId: String(ids.luis) });
  comeBackAt(now + 370 * day);
  expect(rows()[2]).toMatchObject({ subject: "Llamar", notes: null, ownerId: ids.ana });
  edit(0, { subject: "Renovar" }, "all");
  comeBackAt(now + 740 * day);
  expect(rows().length).toBeGreaterThan(3);
  expect(new Set(rows().map(({ subject }) => subject))).toEqual(new Set(["Renovar"]));
});

test("what comes into sight is like those that live, not like one that was in the trash while they changed, nor once it is back", () => {
  const { db, viewer, by, rows, edit, comeBackAt } = begin(world(), { repeatUnit: "year" }, false);
  const told = (name: string, deed: (tx: Transaction) => Change) =>
    write(db, (tx) => recordEvent(tx, { viewer: viewer("ana"), name, change: deed(tx), at: now }));
  const last = rows().at(-1)!;
  told("activity.trashed", (tx) => trashActivity(tx, last, by));
  edit(0, { subject: "Renovar" }, "all");
  const all = rows().length;
  comeBackAt(now + 370 * day);
  told("activity.restored", (tx) => restoreActivity(tx, last, { now }));
  comeBackAt(now + 740 * day);
  expect(rows().length).toBeGreaterThan(all + 1);
  expect(rows().flatMap(({ id, subject }) => (subject === "Renovar" ? [] : [id]))).toEqual([last.id]);

  told("activity.trashed", (tx) => trashActivity(tx, rows().at(-1)!, by));
  const newest = rows().at(-1)!;
  edit(0, { subject: "Cobrar" }, "all");
  told("activity.restored", (tx) => restoreActivity(tx, newest, { now }));
  comeBackAt(now + 1_110 * day);
  expect(rows().at(-1)).toMatchObject({ subject: "Cobrar" });
  expect(rows().at(-1)!.id).not.toBe(newest.id);
});

test("a clock that is set back keeps no change from all of them", () => {
  const { rows, edit } = begin(world(), { repeatUnit: "week" }, false);
  edit(0, { notes: "Con recibo" }, "all", now - 3_600_000);
  expect(rows().filter(({ notes }) => notes === null)).toEqual([]);
});
