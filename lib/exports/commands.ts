import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { files, listExports } from "@/db/schema";
import type { Change } from "@/lib/events/record";
import { enqueue } from "@/lib/jobs/enqueue";
import type { ExportInput } from "./forms";
import { largestAtOnce } from "./rules";

type Wanted = ExportInput & { columns: string[]; rows: number };
const day = 86_400_000;

/** Notes what is taken out of which list. A short list is written when it is downloaded; a long one is left for the worker. */
export function startExport(tx: Transaction, { list, address, format, columns, rows }: Wanted, { userId, now }: { userId: number; now: number }): Change {
  const isLong = rows > largestAtOnce;
  const after = tx
    .insert(listExports)
    .values({
      ...{ ownerId: userId, list, address, columns, format, createdAt: now, expiresAt: now + day },
      ...(isLong ? { state: "waiting", rows: null } : { state: "done", rows }),
    })
    .returning()
    .get();
  if (isLong) enqueue(tx, "exports.write", { exportId: after.id }, { now, dedupeKey: `exports.write:${after.id}` });
  return { kind: "export", id: after.id, before: null, after: { list, address, format, columns, rows: isLong ? null : rows } };
}

/** Names the bytes of a long export, and leaves their end for the day they expire. */
export function finishExport(
  tx: Transaction,
  id: number,
  { fileId, rows, sightSha256, now }: { fileId: number; rows: number; sightSha256: string; now: number },
) {
  const { expiresAt } = tx
    .update(listExports)
    .set({ state: "done", fileId, rows, sightSha256 })
    .where(eq(listExports.id, id))
    .returning({ expiresAt: listExports.expiresAt })
    .get()!;
  enqueue(tx, "exports.expire", { exportId: id }, { now, runAt: Math.max(expiresAt, now), dedupeKey: `exports.expire:${id}` });
}

/** Nobody names the bytes any more: the sweep of files takes them away. */
export function expireExport(tx: Transaction, id: number) {
  const row = tx.select().from(listExports).where(eq(listExports.id, id)).get();
  if (row?.fileId == null) return;
  tx.update(listExports).set({ fileId: null }).where(eq(listExports.id, id)).run();
  tx.delete(files).where(eq(files.id, row.fileId)).run();
}
