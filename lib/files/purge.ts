import { inArray, lt } from "drizzle-orm";
import type { Database, Transaction } from "@/db/open";
import { attachments, files } from "@/db/schema";
import { write } from "@/db/write";

const keptInTrash = 30 * 24 * 3_600_000;
const most = 200;

/** Throws out attachments that have been in the trash for a month, and the names of their bytes; the sweep then finds those unnamed. */
export function purgeAttachments(db: Database, now: number) {
  while (write(db, (tx) => purgeSome(tx, now)) === most);
}

function purgeSome(tx: Transaction, now: number): number {
  const old = tx
    .select({ id: attachments.id, fileId: attachments.fileId, thumbnailId: attachments.thumbnailId })
    .from(attachments)
    .where(lt(attachments.deletedAt, now - keptInTrash))
    .limit(most)
    .all();
  const named = old.flatMap(({ fileId, thumbnailId }) => (thumbnailId === null ? [fileId] : [fileId, thumbnailId]));
  const ids = old.map(({ id }) => id);
  tx.delete(attachments).where(inArray(attachments.id, ids)).run();
  tx.delete(files).where(inArray(files.id, named)).run();
  return old.length;
}
