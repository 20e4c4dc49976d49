import { randomUUID } from "node:crypto";
import { and, asc, count, eq, gte, inArray, lt, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities, outbox, repetitions } from "@/db/schema";
import { loadStaffViewer } from "@/lib/access/load-staff";
import type { Viewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import { type Change, recordEvent } from "@/lib/events/record";
import { enqueue } from "@/lib/jobs/enqueue";
import type { SliceHandler } from "@/lib/jobs/handler";
import { keepNextAction } from "./next-action";
import { remindAtOf, scheduleReminder } from "./reminders";
import { timesOfNth } from "./repetition";
import { rowsOf } from "./rows";
import type { Extent } from "./rules";
import { changeOf, type Row } from "./save";
import { isUntouchedSince, newestEvent } from "./told";

/** What the other times of a repetition become: trashed, or given values and, where they were moved, the times counted from the days it now has.
 *  `prospectId` leaves out those filed elsewhere; with `trashedAt` it is about those that were thrown away in that deed. */
export type Deed = { name: string; values: Partial<Row>; isMoved: boolean; prospectId?: number; trashedAt?: number };
type Order = Deed & { repetitionId: number; from: number; but: number; batchId: string; userId: number | null; after?: number };
type By = { userId: number | null; now: number; batchId?: string };

/** A transaction may hold the others up for 20 ms; one time with its event takes about a third of one, and the worker stops well before. */
const perPiece = 16;
const sliceMs = 8;
const kind = "activities.change_others";

/** Changes the times nearest to `row` at once and leaves the rest for the worker, all in one batch.
 *  Throws while another change of the same repetition is still under way. */
export function changeOthers(tx: Transaction, row: Row, extent: Extent, deed: Deed, { userId, now, batchId = randomUUID() }: By) {
  const repetitionId = row.repetitionId!;
  const from = extent === "all" ? 0 : row.occurrence!;
  const order: Order = { ...deed, repetitionId, from, but: row.id, batchId, userId, after: newestEvent(tx) };
  const along = tx.select({ rows: count() }).from(activities).where(othersOf(tx, order)).get()!.rows;
  const piece = changePiece(tx, order, now, Number.POSITIVE_INFINITY);
  if (piece.next !== undefined) enqueue(tx, kind, { ...order, from: piece.next }, { now, dedupeKey: `${prefixOf(repetitionId)}${batchId}` });
  return { batchId, along, also: piece.changes.map((change) => ({ name: deed.name, change })) };
}

/** What is trashed along with one of its times tells itself there. */
export function trashAlong(now: number): Deed {
  return { name: "activity.trashed_along", values: { deletedAt: now }, isMoved: false };
}

/** All times of a repetition that were thrown away in one deed. */
export function trashedWith({ repetitionId, trashedAt, from = 0 }: { repetitionId: number; trashedAt: number; from?: number }) {
  return and(eq(activities.repetitionId, repetitionId), gte(activities.occurrence, from), eq(activities.deletedAt, trashedAt));
}

/** Throws while a change of this repetition is still under way: what it has not reached yet would be left behind. */
export function requireStill(tx: Transaction, repetitionId: number) {
  if (isChanging(tx, repetitionId)) throw new RuleError("activities.still_changing");
}

export function isChanging(tx: Transaction, repetitionId: number): boolean {
  const prefix = prefixOf(repetitionId);
  const ours = and(gte(outbox.dedupeKey, prefix), lt(outbox.dedupeKey, `${prefix}~`), inArray(outbox.state, ["queued", "running"]));
  return tx.select({ id: outbox.id }).from(outbox).where(ours).limit(1).get() !== undefined;
}

/** Some times more, each told as its first piece was. */
export const changeRest: SliceHandler = {
  slice: (tx, payload, cursor, { now }) => {
    const order = payload as Order;
    const { changes, next } = changePiece(tx, { ...order, from: typeof cursor === "number" ? cursor : order.from }, now, sliceMs);
    const viewer = actor(tx, order, now);
    for (const change of changes) recordEvent(tx, { viewer, name: order.name, change: { ...change, batchId: order.batchId }, at: now });
    return next === undefined ? { done: true } : { cursor: next };
  },
};

function changePiece(tx: Transaction, order: Order, now: number, longestMs: number): { changes: Change[]; next?: number } {
  const rows = tx
    .select()
    .from(activities)
    .where(othersOf(tx, order))
    .orderBy(asc(activities.occurrence))
    .limit(perPiece + 1)
    .all();
  const repetition = tx.select().from(repetitions).where(eq(repetitions.id, order.repetitionId)).get()!;
  const startedAt = performance.now();
  const changes: Change[] = [];
  for (const before of rows.slice(0, perPiece)) {
    const times = order.isMoved ? timesOfNth(repetition, before.occurrence!) : {};
    changes.push(changeOf(before, changeOne(tx, before, { ...order.values, ...times }, now)));
    if (performance.now() - startedAt > longestMs) break;
  }
  const prospects = changes.flatMap(({ before, after }) => [before?.prospectId, after?.prospectId]);
  for (const prospectId of new Set(prospects)) keepNextAction(tx, (prospectId as number | null | undefined) ?? null);
  scheduleReminder(tx, now);
  return { changes, next: rows[changes.length]?.occurrence ?? undefined };
}

/** What stays as it was is not written: the search would take it in anew. */
function changeOne(tx: Transaction, before: Row, values: Partial<Row>, now: number): Row {
  const changed = Object.fromEntries(Object.entries(values).filter(([key, value]) => before[key as keyof Row] !== value));
  const kept = { remindAt: remindAtOf(tx, { ...before, ...values }, now), updatedAt: now, version: before.version + 1 };
  return tx
    .update(activities)
    .set({ ...changed, ...kept })
    .where(eq(activities.id, before.id))
    .returning()
    .get();
}

/** What somebody has changed by itself since then stays as they left it. */
function othersOf(tx: Transaction, { repetitionId, from, but, after, prospectId, trashedAt }: Order) {
  const filed = prospectId === undefined ? undefined : eq(activities.prospectId, prospectId);
  // An order left by an older version does not say after which event it came.
  const untouched = after === undefined ? undefined : isUntouchedSince(tx, after);
  const rows = trashedAt === undefined ? rowsOf({ repetitionId, occurrence: from }, "following") : trashedWith({ repetitionId, trashedAt, from });
  return and(rows, ne(activities.id, but), filed, untouched);
}

/** Who asked for it, though they may have left meanwhile. */
function actor(tx: Transaction, { userId }: Order, now: number): Viewer {
  const system = { kind: "system", locale: "es", zone: "UTC", today: "" } as const;
  return userId === null ? system : (loadStaffViewer(tx, userId, now) ?? system);
}

function prefixOf(repetitionId: number): string {
  return `${kind} ${repetitionId} `;
}
