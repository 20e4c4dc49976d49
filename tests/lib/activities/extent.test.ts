import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, eventPayloads, events } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity, trashActivity } from "@/lib/activities/commands";
import { editActivity, hasNewRule } from "@/lib/activities/edit";
import { requireExtent } from "@/lib/activities/extent";
import { activityForm } from "@/lib/activities/forms";
import { canAssignActivity, canDeleteActivity, canEditActivity, canEditAlong } from "@/lib/activities/policy";
import type { Extent } from "@/lib/activities/rules";
import { recordEvent } from "@/lib/events/record";
import { now, type World, world } from "../../support/world";

const typed = (more: object) => activityForm.parse({ kind: "task", subject: "Cobrar", date: "2026-08-31", time: "10:00", ...more });

function begin(here: World, owner: "ana" | "luis", more: object = {}) {
  const { db, ids } = here;
  const by = { userId: ids[owner], now, zone: "UTC" };
  const { id } = write(db, (tx) => createActivity(tx, {}, typed({ repeatUnit: "month", repeatUntil: "2027-01-31", ...more }), by));
  const rows = () => db.select().from(activities).orderBy(asc(activities.occurrence)).all();
  const give = (n: number, ownerId: number) => db.update(activities).set({ ownerId }).where(eq(activities.occurrence, n)).run();
  return { db, ids, by, id, rows, give };
}

function ask(here: World, n: number, extent: Extent, may: typeof canEditActivity) {
  const viewer = here.viewer("ana");
  return () =>
    write(here.db, (tx) => {
      const row = tx.select().from(activities).where(eq(activities.occurrence, n)).get()!;
      requireExtent(tx, scopeFor(viewer, tx), row, extent, (one) => may(viewer, one));
    });
}

test("who holds one time of a colleague's series changes and trashes that one alone", () => {
  const here = world();
  const { give, rows, ids } = begin(here, "luis");
  give(2, ids.ana);
  for (const may of [canEditActivity, canDeleteActivity, canAssignActivity]) {
    expect(ask(here, 2, "this", may)).not.toThrow();
    for (const extent of ["following", "all"] as const) expect(ask(here, 2, extent, may)).toThrow("activities.not_all_yours");
  }
  for (const { occurrence } of rows()) give(occurrence!, ids.ana);
  for (const may of [canEditActivity, canDeleteActivity]) expect(ask(here, 2, "all", may)).not.toThrow();
  give(1, ids.luis);
  expect(ask(here, 2, "following", canEditActivity)).not.toThrow();
  expect(ask(here, 2, "all", canEditActivity)).toThrow("activities.not_all_yours");
});

test("one that is seen but not to be changed refuses the change of all", () => {
  const here = world();
  const { rows, ids, give } = begin(here, "ana");
  give(3, ids.luis);
  here.db.update(activities).set({ accountId: ids.acme }).run();
  expect(rows()).toHaveLength(6);
  expect(ask(here, 0, "all", (_viewer, { ownerId }) => ownerId === ids.ana)).toThrow("activities.not_all_yours");
  expect(ask(here, 0, "all", canEditActivity)).not.toThrow();
});

test("who gives one's own to another gives no colleague's with it", () => {
  const here = world();
  const { ids, give } = begin(here, "ana");
  give(3, ids.luis);
  const ana = here.viewer("ana");
  const viewer = { ...ana, grants: { ...ana.grants, activities: { view: "all", edit: "all", assign: "own" } as const } };
  const along = (after: number) => () =>
    write(here.db, (tx) => {
      const row = tx.select().from(activities).where(eq(activities.occurrence, 0)).get()!;
      requireExtent(tx, scopeFor(viewer, tx), row, "all", (one) => canEditAlong(viewer, one, { before: ids.ana, after }));
    });
  expect(along(ids.bruno)).toThrow("activities.not_all_yours");
  expect(along(ids.luis)).not.toThrow();
  expect(along(ids.ana)).not.toThrow();
  give(3, ids.ana);
  expect(along(ids.bruno)).not.toThrow();
});

test("another rule throws away what follows, so who may change but not throw away keeps the rule", () => {
  const here = world();
  const { ids } = begin(here, "ana");
  const ana = here.viewer("ana");
  const { delete: _delete, ...rest } = ana.grants.activities!;
  const viewer = { ...ana, grants: { ...ana.grants, activities: rest } };
  const row = here.db.select().from(activities).where(eq(activities.occurrence, 2)).get()!;
  const isRuled = (more: object) => write(here.db, (tx) => hasNewRule(tx, row, typed(more)));
  const same = { repeatUnit: "month", repeatUntil: "2027-01-31" };
  expect([isRuled({}), isRuled(same), isRuled({ ...same, repeatEvery: "2" }), isRuled({ repeatUnit: "" })]).toEqual([false, false, true, true]);
  const along = (ruled: boolean) => canEditAlong(viewer, row, { before: ids.ana, after: ids.ana, isRuled: ruled });
  expect([along(false), along(true)]).toEqual([true, false]);
  expect(canEditAlong(ana, row, { before: ids.ana, after: ids.ana, isRuled: true })).toBe(true);
});

test("each of the others is told in one batch, and its old form is refused", () => {
  const here = world();
  const { db, rows, by, ids, give } = begin(here, "ana");
  give(4, ids.luis);
  const viewer = here.viewer("ana");
  write(db, (tx) => {
    const change = editActivity(tx, rows()[2]!, {}, { ...typed({ date: "2026-10-31", notes: "Con recibo" }), appliesTo: "following" }, by);
    recordEvent(tx, { viewer, name: "activity.edited", change, at: now });
  });
  expect(rows().map(({ version }) => version)).toEqual([1, 1, 2, 2, 2, 2]);
  expect(rows().map(({ ownerId }) => ownerId === ids.luis)).toEqual([false, false, false, false, true, false]);
  write(db, (tx) => {
    const change = trashActivity(tx, rows()[4]!, { ...by, appliesTo: "all" });
    recordEvent(tx, { viewer, name: "activity.trashed", change, at: now });
  });
  expect(rows().map(({ version }) => version)).toEqual([1, 1, 3, 3, 3, 3]);

  const told = db.select().from(events).innerJoin(eventPayloads, eq(eventPayloads.eventId, events.id)).orderBy(events.id).all();
  const batch = (name: string) => told.filter((one) => one.events.name === name);
  const those = rows()
    .slice(2)
    .map(({ id }) => id);
  const [edited, trashed] = [batch("activity.edited"), [...batch("activity.trashed"), ...batch("activity.trashed_along")]];
  for (const events of [edited, trashed]) {
    expect(events.map((one) => one.events.subjectId).sort()).toEqual(those);
    expect(new Set(events.map((one) => one.events.batchId)).size).toBe(1);
  }
  for (const one of edited) expect(one.event_payloads.after).toMatchObject({ notes: "Con recibo" });
  for (const one of trashed) expect(one.event_payloads.after).toMatchObject({ deletedAt: now });
  expect(batch("activity.trashed").map((one) => one.event_payloads.after!.along)).toEqual([3]);
});

test("another reminder for all is another hour to remind of each, and one's own reminder is kept by words alone", () => {
  const here = world();
  const { db, rows, by } = begin(here, "ana");
  const edit = (more: object) => write(db, (tx) => editActivity(tx, rows()[0]!, {}, { ...typed(more), appliesTo: "all" }, by));
  db.update(activities)
    .set({ startsAt: "2026-10-02T10:00", startsAtUtc: Date.UTC(2026, 9, 2, 10) })
    .where(eq(activities.occurrence, 1))
    .run();
  edit({ remindMinutes: "60" });
  expect(rows().map(({ startsAtUtc, remindAt }) => startsAtUtc - remindAt!)).toEqual(Array(6).fill(3_600_000));
  expect(rows()[1]!.startsAt).toBe("2026-10-02T10:00");

  db.update(activities).set({ remindMinutes: 1440 }).where(eq(activities.occurrence, 3)).run();
  edit({ remindMinutes: "60", notes: "Con recibo" });
  expect(rows().map(({ remindMinutes }) => remindMinutes)).toEqual([60, 60, 60, 1440, 60, 60]);
  edit({ remindMinutes: "" });
  expect(rows().map(({ remindAt }) => remindAt)).toEqual(Array(6).fill(null));
});
