import { and, eq } from "drizzle-orm";
import { bulkRows, bulks, outbox } from "@/db/schema";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { startBulk, undoBulk } from "@/lib/bulks/commands";
import { bulkForm } from "@/lib/bulks/forms";
import { addDays, toInstant } from "@/lib/core/dates";
import { type Change, recordEvent } from "@/lib/events/record";
import { applyBulk } from "@/lib/jobs/bulk";
import type { Book } from "./book";
import type { Stage } from "./stage";
import type { Team } from "./team";

const minute = 60_000;

/** Many accounts tagged at once before the season; and some put in the wrong category, which was taken back. */
export function tellChangesOfMany(stage: Stage, { customers, lists }: Book, { manager }: Team) {
  const { agenda, asOf, example } = stage;
  const on = (daysBefore: number, time: string) => toInstant(`${addDays(asOf, -daysBefore)}T${time}`, example.zone).instant;
  const ids = (from: number, to: number) =>
    customers
      .slice(from, to)
      .map(({ accountId }) => accountId)
      .join(",");
  agenda.add(on(13, "10:05"), (now) => void changeMany(stage, { ids: ids(9, 17), addTags: "temporada alta" }, manager, now));
  agenda.add(on(8, "16:10"), (now) => {
    const category = String(lists.options("account_category").at(-1));
    const bulkId = changeMany(stage, { ids: ids(2, 7), category }, manager, now);
    agenda.add(now + 7 * minute, (later) => takeBack(stage, bulkId, manager, later));
  });
}

function changeMany(stage: Stage, typed: { ids: string; addTags?: string; category?: string }, userId: number, now: number): number {
  const { tx, by } = stage;
  const input = bulkForm.parse({ list: "accounts", ...typed });
  const change = startBulk(tx, input, by(userId, now));
  carryOut(stage, { name: "bulk.started", change, userId, now });
  return change.id;
}

function takeBack(stage: Stage, id: number, userId: number, now: number) {
  const { tx, by } = stage;
  const change = undoBulk(tx, tx.select().from(bulks).where(eq(bulks.id, id)).get()!, by(userId, now));
  const changed = tx
    .select({ recordId: bulkRows.recordId })
    .from(bulkRows)
    .where(and(eq(bulkRows.bulkId, id), eq(bulkRows.outcome, "changed")))
    .all();
  tx.insert(bulkRows)
    .values(changed.map((row) => ({ bulkId: change.id, ...row })))
    .run();
  carryOut(stage, { name: "bulk.undone", change, userId, now });
}

/** Done at once, as the worker would, and under a batch that the same day gives again. */
function carryOut({ tx, random }: Stage, { name, change, userId, now }: { name: string; change: Change; userId: number; now: number }) {
  const { id } = change;
  const batchId = random.uuid();
  tx.delete(outbox)
    .where(eq(outbox.dedupeKey, `bulks.collect:${id}`))
    .run();
  const total = tx.select().from(bulkRows).where(eq(bulkRows.bulkId, id)).all().length;
  tx.update(bulks).set({ batchId, state: "working", total }).where(eq(bulks.id, id)).run();
  recordEvent(tx, { viewer: loadStaffViewer(tx, userId, now)!, name, change: { ...change, batchId }, at: now });
  for (let isDone = false; !isDone; ) isDone = "done" in applyBulk.slice(tx, { bulkId: id }, null, { jobId: 0, now: now + minute / 10 });
}
