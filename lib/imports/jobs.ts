import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { importRows, imports } from "@/db/schema";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { isOff } from "@/lib/access/permissions";
import { scopeFor } from "@/lib/access/scope";
import type { SliceHandler, SliceResult } from "@/lib/jobs/handler";
import { applyRow, tryRow } from "./take-row";
import type { Importer } from "./writing";

type Import = typeof imports.$inferSelect;
type Row = typeof importRows.$inferSelect;
type Payload = { importId: number; version: number; total: number };
type Cursor = { after: number; done: number; last: number };

const mostRows = 200;
const firstSlice = 20;
/** Well under the 20 ms a transaction may hold the others up: the last row and the commit come on top. */
const sliceMs = 8;

/** Finds out what every row would do, and writes nothing of it. */
export const checkImport: SliceHandler = {
  slice: (tx, payload, cursor, { now }) =>
    slice(tx, payload as Payload, cursor as Cursor | null, {
      now,
      state: "reading",
      next: nextRows,
      take: (record, importer, row) => ({ ...tryRow(tx, record, importer, row), appliedAt: null }),
      end: { state: "checked", updatedAt: now },
    }),
};

/** Writes what was checked. What a slice wrote and how far it came commit together, so nothing is written twice. */
export const applyCheckedImport: SliceHandler = {
  slice: (tx, payload, cursor, { now }) =>
    slice(tx, payload as Payload, cursor as Cursor | null, {
      now,
      state: "applying",
      next: nextChanges,
      take: (record, importer, row) => ({ ...applyRow(tx, record, importer, row), appliedAt: now }),
      end: { state: "applied", finishedAt: now, updatedAt: now },
    }),
};

type Work = {
  now: number;
  state: Import["state"];
  next: (tx: Transaction, importId: number, after: number, limit: number) => Row[];
  take: (record: Import, importer: Importer, row: Row) => Partial<Row>;
  end: Partial<Import>;
};

function slice(tx: Transaction, { importId, version, total }: Payload, cursor: Cursor | null, work: Work): SliceResult {
  const record = tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.version, version), eq(imports.state, work.state)))
    .get();
  if (!record) return { done: true };
  const viewer = loadStaffViewer(tx, record.ownerId, work.now);
  if (!viewer) return finish(tx, record, { state: "failed", error: JSON.stringify({ code: "imports.importer_gone" }) });
  if (isOff(viewer, "imports")) return finish(tx, record, { state: "failed", error: JSON.stringify({ code: "imports.module_off" }) });

  let { after, done } = cursor ?? { after: 0, done: 0 };
  const doneBefore = done;
  const rows = work.next(tx, importId, after, Math.min(mostRows, cursor ? 2 * cursor.last : firstSlice));
  if (rows.length === 0) return finish(tx, record, work.end);
  const importer = { viewer, scope: scopeFor(viewer, tx), batchId: record.batchId, country: record.options.country, now: work.now };
  const startedAt = performance.now();
  for (const row of rows) {
    tx.update(importRows)
      .set(work.take(record, importer, row))
      .where(eq(importRows.id, row.id))
      .run();
    after = row.number;
    done += 1;
    if (performance.now() - startedAt > sliceMs) break;
  }
  return { cursor: { after, done, last: done - doneBefore } satisfies Cursor, progress: { done, total } };
}

function finish(tx: Transaction, { id }: Import, values: Partial<Import>): SliceResult {
  tx.update(imports).set(values).where(eq(imports.id, id)).run();
  return { done: true };
}

function nextChanges(tx: Transaction, importId: number, after: number, limit: number): Row[] {
  return nextRows(tx, importId, after, limit, ["new", "changed"]);
}

function nextRows(tx: Transaction, importId: number, after: number, limit: number, outcomes?: ("new" | "changed")[]): Row[] {
  return tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), gt(importRows.number, after), outcomes && inArray(importRows.outcome, outcomes)))
    .orderBy(asc(importRows.number))
    .limit(limit)
    .all();
}
