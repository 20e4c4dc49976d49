import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Transaction } from "@/db/open";
import { activities, events, repetitions } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { trashAccount } from "@/lib/accounts/commands";
import { createActivity, trashActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { type Change, recordEvent } from "@/lib/events/record";
import { timelineOf } from "@/lib/events/timeline";
import { firstBrokenEvent } from "@/lib/events/verify";
import { trashFilters } from "@/lib/trash/filters";
import { listTrash } from "@/lib/trash/queries";
import { countAlong, restoreSeries } from "@/lib/trash/series";
import { workOffSeries } from "../../support/work-off";
import { now, world } from "../../support/world";

/** A task of every week for months, of which one was thrown away by itself, and later the rest together. */
function thrownAway() {
  const here = world();
  const { db, ids, viewer } = here;
  const by = { userId: ids.ana, now, zone: "America/Monterrey" };
  const tell = (name: string, deed: (tx: Transaction) => Change, at = now) =>
    write(db, (tx) => recordEvent(tx, { viewer: viewer("ana"), name, change: deed(tx), at }));
  const typed = activityForm.parse({ kind: "task", subject: "Corte", date: "2026-08-31", time: "10:00", repeatUnit: "week" });
  tell("activity.created", (tx) => createActivity(tx, { account: { id: ids.acme } }, typed, by));
  workOffSeries(db, now);
  const rows = (isTrashed: boolean) =>
    db
      .select()
      .from(activities)
      .where(isTrashed ? isNotNull(activities.deletedAt) : isNull(activities.deletedAt))
      .orderBy(asc(activities.occurrence))
      .all();
  const all = rows(false);
  tell("activity.trashed", (tx) => trashActivity(tx, all[2]!, by));
  tell("activity.trashed", (tx) => trashActivity(tx, all[0]!, { ...by, now: now + 60_000, appliesTo: "all" }), now + 60_000);
  workOffSeries(db, now + 60_000);
  expect(rows(false)).toEqual([]);
  const scope = scopeFor(viewer("ana"), db);
  const restore = (id: number) =>
    tell("activity.restored", (tx) => restoreSeries(tx, scopeFor(viewer("ana"), tx), { id }, { ...by, now: now + 120_000 }), now + 120_000);
  return { ...here, by, all, rows, restore, scope };
}

test("what was thrown away together comes back together, from any of them; what was thrown away before stays", () => {
  const { db, ids, all, rows, restore, scope, viewer } = thrownAway();
  expect(all.length).toBeGreaterThan(60);
  const others = all.length - 2;
  const shown = listTrash(scope, trashFilters.parse({})).rows;
  expect(shown.map(({ along }) => along)).toEqual(Array(50).fill(others));
  expect(new Set(shown.map(({ when }) => when)).size).toBe(50);
  expect([countAlong(scope, all[2]!), countAlong(scopeFor(viewer("luis"), db), all[5]!)]).toEqual([0, 0]);

  restore(all[5]!.id);
  workOffSeries(db, now + 120_000);
  expect(rows(true).map(({ id }) => id)).toEqual([all[2]!.id]);
  expect(rows(false).map(({ startsAt, subject }) => [startsAt, subject])).toEqual(all.toSpliced(2, 1).map(({ startsAt, subject }) => [startsAt, subject]));
  expect(db.select().from(repetitions).get()!.endedAt).not.toBeNull();
  const told = db.select().from(events).where(eq(events.name, "activity.restored")).all();
  const along = db
    .select()
    .from(events)
    .where(and(eq(events.name, "activity.restored_along"), eq(events.batchId, told[0]!.batchId!)))
    .all();
  expect([told.length, along.length]).toEqual([1, others]);
  const history = timelineOf(scope, { accountId: ids.acme }, undefined).rows.flatMap((entry) => ("event" in entry ? [entry.event.name] : []));
  expect(history.filter((name) => name === "activity.restored_along")).toEqual([]);
  expect(firstBrokenEvent(db)).toBeUndefined();
});

test("a series whose account is in the trash, or one of whose times is a colleague's, does not come back whole", () => {
  const { db, ids, all, rows, restore, by } = thrownAway();
  write(db, (tx) => void tx.update(activities).set({ ownerId: ids.luis, accountId: ids.zeta }).where(eq(activities.id, all[7]!.id)).run());
  expect(() => restore(all[5]!.id)).toThrow("activities.not_all_yours");
  write(db, (tx) => void tx.update(activities).set({ ownerId: ids.ana, accountId: ids.acme }).where(eq(activities.id, all[7]!.id)).run());
  write(db, (tx) => void trashAccount(tx, { id: ids.acme }, by));
  expect(() => restore(all[5]!.id)).toThrow("trash.account_first");
  expect(rows(false)).toEqual([]);
});
