import { and, asc, count, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Database, Transaction } from "@/db/open";
import { bulkRows, bulks } from "@/db/schema";
import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { scopeFor } from "@/lib/access/scope";
import { heldKeys } from "@/lib/bulks/held";
import { isMixed, mayWorkOn } from "@/lib/bulks/policy";
import { takeRecord } from "@/lib/bulks/take";
import { targets } from "@/lib/bulks/targets";
import type { BulkList } from "@/lib/lists/policy";
import { enqueue } from "./enqueue";
import type { EffectHandler, SliceHandler } from "./handler";

type Bulk = typeof bulks.$inferSelect;
const order = z.object({ bulkId: z.number().int() });
/** How many it has shared out so far. */
const place = z.object({ turn: z.number().int() });
const idsAtOnce = 500;
const mostRows = 200;
/** Well under the 20 ms a transaction may hold the others up: the last record and the commit come on top. */
const sliceMs = 8;

/** Writes down which records it is about, a few hundred at a time, then leaves the work itself. Begun again it goes on where it stood; what was refused is to do anew. */
export const collectBulk: EffectHandler = {
  repeatable: true,
  limitMs: 600_000,
  async effect(payload, { db, now, signal }) {
    const { bulkId } = order.parse(payload);
    const bulk = db.select().from(bulks).where(eq(bulks.id, bulkId)).get();
    if (bulk?.state !== "waiting") return;
    for (let after = 0; ; ) {
      signal.throwIfAborted();
      const ids = nextIds(db, bulk, after, now);
      if (ids.length === 0) break;
      write(db, (tx): void => {
        tx.insert(bulkRows)
          .values(ids.map((recordId) => ({ bulkId, recordId })))
          .onConflictDoUpdate({
            target: [bulkRows.bulkId, bulkRows.recordId],
            set: { outcome: null, reasons: null },
            setWhere: eq(bulkRows.outcome, "refused"),
          })
          .run();
      });
      after = ids.at(-1)!;
      await new Promise(setImmediate);
    }
    write(db, (tx): void => {
      const { total } = tx.select({ total: count() }).from(bulkRows).where(eq(bulkRows.bulkId, bulkId)).get()!;
      tx.update(bulks).set({ state: "working", total }).where(eq(bulks.id, bulkId)).run();
      enqueue(tx, "bulks.apply", { bulkId, total }, { now, dedupeKey: `bulks.apply:${bulkId}` });
    });
  },
};

/** Some records more. What was done to each and that it was done commit together, so nothing happens twice. */
export const applyBulk: SliceHandler = {
  slice(tx, payload, cursor, { now }) {
    const { bulkId } = order.parse(payload);
    let { turn } = place.parse(cursor ?? { turn: 0 });
    const bulk = tx
      .select()
      .from(bulks)
      .where(and(eq(bulks.id, bulkId), eq(bulks.state, "working")))
      .get();
    if (!bulk) return { done: true };
    const viewer = loadStaffViewer(tx, bulk.ownerId, now);
    if (!viewer || !mayWorkOn(viewer, bulk)) return finish(tx, bulk, "failed", now);
    const rows = pending(tx, bulkId);
    if (rows.length === 0) return finish(tx, bulk, "done", now);
    const hand = { viewer, scope: scopeFor(viewer, tx), now };
    const startedAt = performance.now();
    for (const { recordId } of rows) {
      const taken = takeRecord(tx, bulk, { ...hand, turn }, recordId);
      if (taken.outcome !== "refused") turn += 1;
      tx.update(bulkRows)
        .set(taken)
        .where(and(eq(bulkRows.bulkId, bulkId), eq(bulkRows.recordId, recordId)))
        .run();
      if (performance.now() - startedAt > sliceMs) break;
    }
    return { cursor: { turn } };
  },
};

/** Of what was picked there is nothing more to find. */
function nextIds(db: Database, bulk: Bulk, after: number, now: number): number[] {
  if (bulk.deed === "undo") {
    return db
      .select({ id: bulkRows.recordId })
      .from(bulkRows)
      .where(and(eq(bulkRows.bulkId, bulk.undoes!), eq(bulkRows.outcome, "changed"), gt(bulkRows.recordId, after)))
      .orderBy(asc(bulkRows.recordId))
      .limit(idsAtOnce)
      .all()
      .map(({ id }) => id);
  }
  if (bulk.address === null && !isMixed(bulk)) return [];
  const viewer = loadStaffViewer(db, bulk.ownerId, now);
  if (viewer && isMixed(bulk)) return heldKeys(scopeFor(viewer, db), bulk.changes, after, idsAtOnce);
  return viewer ? targets[bulk.list as BulkList].ids(scopeFor(viewer, db), bulk.address!, after, idsAtOnce) : [];
}

function pending(tx: Transaction, bulkId: number) {
  return tx
    .select({ recordId: bulkRows.recordId })
    .from(bulkRows)
    .where(and(eq(bulkRows.bulkId, bulkId), isNull(bulkRows.outcome)))
    .orderBy(asc(bulkRows.recordId))
    .limit(mostRows)
    .all();
}

function finish(tx: Transaction, { id }: Bulk, state: "done" | "failed", now: number) {
  tx.update(bulks).set({ state, finishedAt: now }).where(eq(bulks.id, id)).run();
  return { done: true } as const;
}
