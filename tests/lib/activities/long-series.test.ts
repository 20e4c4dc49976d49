import { asc, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import { activities, events, outbox } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity, trashActivity } from "@/lib/activities/commands";
import { editActivity } from "@/lib/activities/edit";
import { requireExtent } from "@/lib/activities/extent";
import { activityForm } from "@/lib/activities/forms";
import { canEditActivity } from "@/lib/activities/policy";
import { repeat } from "@/lib/activities/repetitions";
import { type Change, recordEvent } from "@/lib/events/record";
import { timelineOf } from "@/lib/events/timeline";
import { firstBrokenEvent } from "@/lib/events/verify";
import { workOffSeries } from "../../support/work-off";
import { now, type World, world } from "../../support/world";

type Tx = Parameters<Parameters<typeof write>[1]>[0];
const typed = (more: object) => activityForm.parse({ kind: "task", subject: "Abrir la tienda", date: "2026-08-31", time: "10:00", ...more });

const many = 723;
const rowsIn = (db: Database, table: typeof activities | typeof events) => db.select({ rows: count() }).from(table).get()!.rows;

/** A daily task of two years, as its owner's forms change it, with how much each transaction did and how long it held the others up. */
function daily(here: World) {
  const { db, ids, viewer } = here;
  const by = { userId: ids.ana, now, zone: "America/Monterrey" };
  const pieces: { ms: number; made: number; told: number }[] = [];
  const size = () => ({ made: rowsIn(db, activities), told: rowsIn(db, events) });
  let stood = size();
  const piece = (ms: number) => {
    const stands = size();
    pieces.push({ ms, made: stands.made - stood.made, told: stands.told - stood.told });
    stood = stands;
  };
  const deed = (name: string, run: (tx: Tx) => Change) => {
    const startedAt = performance.now();
    write(db, (tx) => recordEvent(tx, { viewer: viewer("ana"), name, change: run(tx), at: now }));
    piece(performance.now() - startedAt);
  };
  const filing = { account: { id: ids.acme } };
  const nth = (n: number) => db.select().from(activities).where(eq(activities.occurrence, n)).all().at(-1)!;
  const rows = () => db.select().from(activities).where(isNull(activities.deletedAt)).orderBy(asc(activities.startsAtUtc)).all();
  const edit = (n: number, more: object, appliesTo: "following" | "all") =>
    deed("activity.edited", (tx) => {
      const may = (row: Parameters<typeof canEditActivity>[1]) => canEditActivity(viewer("ana"), row);
      requireExtent(tx, scopeFor(viewer("ana"), tx), nth(n), appliesTo, may);
      return editActivity(tx, nth(n), filing, { ...typed({ date: nth(n).startsAt.slice(0, 10), ...more }), appliesTo }, by);
    });
  const trash = (n: number) => deed("activity.trashed", (tx) => trashActivity(tx, nth(n), { ...by, appliesTo: "following" }));
  const work = () => workOffSeries(db, now, piece);
  deed("activity.created", (tx) => createActivity(tx, filing, typed({ repeatUnit: "day" }), by));
  work();
  return { db, rows, nth, edit, trash, work, pieces };
}

test("a daily task of two years is laid, changed and trashed some rows at a time, and each is told in its batch", () => {
  const here = world();
  const { db, rows, edit, trash, work, pieces } = daily(here);
  expect(rows()).toHaveLength(many);

  edit(0, { notes: "Con llave" }, "all");
  expect(rows().filter(({ notes }) => notes === "Con llave")).toHaveLength(17);
  expect(() => edit(0, { notes: "Otra vez" }, "all")).toThrow("activities.still_changing");
  work();
  expect(rows().filter(({ notes }) => notes === "Con llave")).toHaveLength(many);

  edit(300, { notes: "Con llave", time: "12:00" }, "following");
  work();
  expect(rows().map(({ startsAt }) => startsAt.slice(11))).toEqual([...Array(300).fill("10:00"), ...Array(many - 300).fill("12:00")]);

  edit(301, { notes: "Con llave", time: "12:00", repeatUnit: "week" }, "following");
  work();
  expect(rows().length).toBe(301 + Math.ceil((many - 301) / 7));
  trash(1);
  work();
  expect(rows()).toHaveLength(302);

  const batches = db
    .select({ id: events.batchId, name: events.name, rows: count() })
    .from(events)
    .where(isNotNull(events.batchId))
    .groupBy(events.batchId, events.name)
    .all();
  expect(batches.map(({ rows: told }) => told).sort((a, b) => b - a)).toEqual([many, many - 300, many - 302, Math.ceil((many - 301) / 7) - 2, 1, 1]);
  const history = timelineOf(scopeFor(here.viewer("ana"), db), { accountId: here.ids.acme }, undefined).rows;
  expect(history.map((entry) => "event" in entry && [entry.event.name, entry.event.after?.along])).toEqual([["activity.trashed", 59]]);
  expect(firstBrokenEvent(db)).toBeUndefined();
  const most = (key: "made" | "told") => Math.max(...pieces.map((one) => one[key]));
  expect({ made: most("made"), told: most("told"), isInPieces: pieces.length > 3 * (many / 31) }).toEqual({ made: 31, told: 17, isInPieces: true });
  const times = pieces.map(({ ms }) => ms).sort((a, b) => a - b);
  console.log(`${times.length} transactions: half within ${times[times.length >> 1]!.toFixed(1)} ms, all within ${times.at(-1)!.toFixed(1)} ms`);
});

test("what somebody changes or does meanwhile stays as they left it, and what comes into sight waits for the change", () => {
  const here = world();
  const { db, nth, edit, work } = daily(here);
  edit(0, { notes: "Con llave" }, "all");
  const meanwhile = (n: number, values: Partial<typeof activities.$inferInsert>) => {
    db.update(activities)
      .set(values)
      .where(eq(activities.id, nth(n).id))
      .run();
    const change = { kind: "activity", id: nth(n).id, before: null, after: values };
    write(db, (tx) => recordEvent(tx, { viewer: here.viewer("ana"), name: "activity.edited", change, at: now }));
  };
  meanwhile(200, { notes: "Yo abro" });
  meanwhile(201, { status: "done", doneAt: now });
  const [due] = db.select().from(outbox).where(eq(outbox.kind, "activities.repeat")).orderBy(desc(outbox.id)).limit(1).all();
  const month = now + 60 * 86_400_000;
  const slice = () => write(db, (tx) => repeat.slice(tx, due!.payload, null, { jobId: 1, now: month }));
  expect(slice()).toEqual({ done: true });
  expect(rowsIn(db, activities)).toBe(many);
  work();
  expect([199, 200, 201, 202].map((n) => nth(n).notes)).toEqual(["Con llave", "Yo abro", null, "Con llave"]);
  while (!("done" in slice())) expect(rowsIn(db, activities)).toBeLessThan(2 * many);
  expect(nth(rowsIn(db, activities) - 1)).toMatchObject({ notes: "Con llave", status: "planned" });
  expect(rowsIn(db, activities)).toBeGreaterThan(many + 50);
});
