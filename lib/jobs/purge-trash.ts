import { and, asc, eq, gt, inArray, lte, or } from "drizzle-orm";
import { z } from "zod";
import type { Database, Transaction } from "@/db/open";
import { accounts, activities, contacts, prospects, submissions } from "@/db/schema";
import { write } from "@/db/write";
import { purgeRecord } from "@/lib/trash/purge";
import { termMs, type trashKinds } from "@/lib/trash/rules";
import { enqueue } from "./enqueue";
import type { SliceHandler, SliceResult } from "./handler";

const jobKind = "trash.purge";
const minute = 60_000;
const day = 24 * 60 * minute;
const atOnce = 200;
/** Well under the 20 ms a transaction may hold the others up: the last record and the commit come on top. */
const usualSliceMs = 8;

/** What names others goes before what is named. */
const tables = { activity: activities, prospect: prospects, account: accounts, contact: contacts };
const stages = [...(["activity", "prospect", "account", "contact"] as const satisfies readonly (typeof trashKinds)[number][]), "submission"] as const;
const place = z.object({ until: z.number(), stage: z.enum(stages), at: z.number(), id: z.number(), gone: z.number(), kept: z.number() });
type Place = z.output<typeof place>;

/** Leaves today's emptying of the trash for the worker, a while after a start; however often it starts, one a day. */
export function askForPurge(db: Database, now: number) {
  write(db, (tx) => leavePurge(tx, now, 10 * minute));
}

/** Takes away for good what has been in the trash longer than its term, and the answers kept for forms sent then. Comes back tomorrow. */
export function purging({ sliceMs = usualSliceMs } = {}): SliceHandler {
  return {
    slice(tx, _payload, cursor, { now }) {
      const from = place.parse(cursor ?? { until: now - termMs, stage: stages[0], at: 0, id: 0, gone: 0, kept: 0 });
      return from.stage === "submission" ? forget(tx, from, now) : purgeSome(tx, { ...from, stage: from.stage }, { now, sliceMs });
    },
  };
}

export const purgeTrash = purging();

function purgeSome(tx: Transaction, from: Place & { stage: keyof typeof tables }, { now, sliceMs }: { now: number; sliceMs: number }): SliceResult {
  const { stage, until } = from;
  const { id, deletedAt } = tables[stage];
  const isFurther = or(gt(deletedAt, from.at), and(eq(deletedAt, from.at), gt(id, from.id)));
  const rows = tx
    .select({ id, at: deletedAt })
    .from(tables[stage])
    .where(and(lte(deletedAt, until), isFurther))
    .orderBy(asc(deletedAt), asc(id))
    .limit(atOnce)
    .all();
  if (rows.length === 0) return { cursor: { ...from, stage: stages[stages.indexOf(stage) + 1], at: 0, id: 0 } };
  const reached = { ...from };
  const startedAt = performance.now();
  for (const row of rows) {
    const fate = purgeRecord(tx, { kind: stage, id: row.id }, { until, now });
    if (fate === "some") break;
    Object.assign(reached, { at: row.at, id: row.id, [fate]: reached[fate] + 1 });
    if (performance.now() - startedAt > sliceMs) break;
  }
  return { cursor: reached };
}

/** An answer is kept for who sends a form twice, which nobody does after so long. */
function forget(tx: Transaction, { until, gone, kept }: Place, now: number): SliceResult {
  const old = tx.select({ id: submissions.id }).from(submissions).where(lte(submissions.createdAt, until)).limit(atOnce).all();
  const ids = old.map(({ id }) => id);
  tx.delete(submissions)
    .where(and(inArray(submissions.id, ids), lte(submissions.createdAt, until)))
    .run();
  if (old.length === atOnce) return { cursor: { until, stage: "submission", at: 0, id: 0, gone, kept } };
  leavePurge(tx, now + day);
  return { done: true, progress: { gone, kept } };
}

function leavePurge(tx: Transaction, at: number, later = 0) {
  enqueue(tx, jobKind, {}, { now: at, runAt: at + later, dedupeKey: `${jobKind}:${new Date(at).toISOString().slice(0, 10)}` });
}
