import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, prospects, workCenters } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity, moveActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { isElsewhen, tellOverlap } from "@/lib/activities/overlap";
import { findActivity } from "@/lib/activities/queries";
import { conflictsIn } from "@/lib/calendar/conflicts";
import { activitiesOn } from "@/lib/calendar/queries";
import { peopleOf, teamOf } from "@/lib/calendar/team";
import { createProspect } from "@/lib/prospects/commands";
import { prospectForm } from "@/lib/prospects/forms";
import { now, world } from "../../support/world";

const zone = "America/Monterrey";
const day = "2026-09-02";

function company() {
  const { db, ids, viewer } = world({ preset: "all" });
  const plan = (who: "ana" | "luis", subject: string, time: string | null, more: object = {}) => {
    const typed = activityForm.parse({ kind: "visit", subject, date: day, time: time ?? "", ...more });
    return write(db, (tx) => createActivity(tx, {}, typed, { userId: ids[who], now, zone })).id;
  };
  const seen = (asked: object = {}) => activitiesOn(scopeFor(viewer("marta"), db), [day], { most: 50, ...asked });
  const subjects = (asked: object) =>
    seen(asked)
      .map(({ subject }) => subject)
      .sort();
  return { db, ids, viewer, plan, seen, subjects };
}

test("it is narrowed by whose, by whose group, by kind and by work centre, several at once", () => {
  const { db, ids, plan, subjects } = company();
  plan("ana", "A", "09:00");
  plan("ana", "B", null, { kind: "call", endDate: "2026-09-04" });
  plan("luis", "C", "09:00");
  const center = db
    .insert(workCenters)
    .values({ code: "N", name: "Norte", createdAt: now, updatedAt: now } as typeof workCenters.$inferInsert)
    .returning()
    .get();
  const typed = prospectForm.parse({ contactedOn: day, personName: "Rosa", appointmentOn: day, appointmentTime: "12:00" });
  const { id } = write(db, (tx) => createProspect(tx, undefined, typed, { userId: ids.luis, now, zone }));
  db.update(prospects).set({ workCenterId: center.id }).where(eq(prospects.id, id)).run();
  expect(subjects({})).toEqual(["A", "B", "C", "Rosa"]);
  expect(subjects({ owner: ids.ana })).toEqual(["A", "B"]);
  expect(subjects({ owner: `g${ids.sur}` })).toEqual(["C", "Rosa"]);
  expect(subjects({ owner: "g999" })).toEqual([]);
  expect(subjects({ kind: "call" })).toEqual(["B"]);
  expect(subjects({ center: center.id })).toEqual(["Rosa"]);
  expect(subjects({ center: center.id, owner: ids.ana })).toEqual([]);
});

test("what overlaps clashes where the same person has to be there for both", () => {
  const { plan, seen } = company();
  const [first, second] = [plan("ana", "A", "09:00", { endTime: "11:00" }), plan("ana", "B", "10:00")];
  const within = plan("ana", "D", "10:30", { kind: "call", endTime: "10:40" });
  for (const [subject, time, kind] of [
    ["E", "11:00", "visit"],
    ["F", "09:30", "task"],
    ["G", "", "visit"],
  ])
    plan("ana", subject!, time!, { kind });
  plan("luis", "C", "09:00");
  expect([...conflictsIn(seen())].sort((a, b) => a - b)).toEqual([first, second, within].sort((a, b) => a - b));
});

test("before it is saved it is told what is planned meanwhile, as far as one sees it, and may be saved anyway", () => {
  const { db, ids, viewer, plan } = company();
  plan("ana", "Inventario", "09:00", { endTime: "11:00" });
  const other = plan("ana", "Precio", "13:00");
  const move = (time: string, isTold = false) =>
    write(db, (tx) => {
      const scope = scopeFor(viewer("ana"), tx);
      const before = findActivity(scope, other)!;
      const moved = moveActivity(tx, before, { date: day, time }, { userId: ids.ana, now, zone });
      if (isElsewhen(before, moved)) tellOverlap(scope, before, isTold);
      return findActivity(scope, other)!.startsAt;
    });
  expect(() => move("10:30")).toThrow(expect.objectContaining({ code: "activities.overlaps", field: "time", anyway: "saveOverlapAnyway" }));
  expect(db.select().from(activities).where(eq(activities.id, other)).get()!.startsAt).toBe(`${day}T13:00`);
  expect(move("11:00")).toBe(`${day}T11:00`);
  expect(move("10:30", true)).toBe(`${day}T10:30`);
  expect(move("10:30")).toBe(`${day}T10:30`);
});

test("a day of a group has a column for each who works there, with the same hours and what takes whole days on top", () => {
  const { db, ids, viewer, plan, seen } = company();
  plan("ana", "Temprano", "05:00");
  plan("ana", "Feria", null);
  plan("luis", "Corte", "10:00");
  const scope = scopeFor(viewer("marta"), db);
  const people = [...peopleOf(scope, ids.norte), ...peopleOf(scope, ids.sur)];
  expect(people.map(({ name }) => name)).toEqual(["Ana", "Luis"]);
  const team = teamOf(seen(), people, { day, zone, isWhole: false });
  expect([team.from, team.to, team.isCut]).toEqual([10, 40, true]);
  expect(team.columns.map(({ whole }) => whole.map(({ subject }) => subject))).toEqual([["Feria"], []]);
  const rowsTaken = team.columns.map(({ cells }) => [...cells].filter(([, all]) => all.some(({ kind }) => kind === "events")).map(([row]) => row));
  expect(rowsTaken).toEqual([[10], [20]]);
  for (const { cells } of team.columns) {
    const rows = [...cells.values()].flat().reduce((sum, cell) => sum + cell.rows * cell.columns, 0);
    expect(rows).toBe((team.to - team.from) * 6);
  }
  expect(teamOf(seen(), people, { day, zone, isWhole: true })).toMatchObject({ from: 0, to: 48, isCut: false });
});
