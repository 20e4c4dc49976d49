import { inArray, lte } from "drizzle-orm";
import type { Database, Transaction } from "@/db/open";
import { attachments, files } from "@/db/schema";
import { write } from "@/db/write";

const most = 200;

/** Throws out attachments that were in the trash at that time, and the names of their bytes; the sweep then finds those unnamed. */
export function purgeAttachments(db: Database, trashedUntil: number) {
  while (write(db, (tx) => purgeSome(tx, trashedUntil)) === most);
}

function purgeSome(tx: Transaction, trashedUntil: number): number {
  const old = tx
    .select({ id: attachments.id, fileId: attachments.fileId, thumbnailId: attachments.thumbnailId })
    .from(attachments)
    .where(lte(attachments.deletedAt, trashedUntil))
    .limit(most)
    .all();
  const named = old.flatMap(({ fileId, thumbnailId }) => (thumbnailId === null ? [fileId] : [fileId, thumbnailId]));
  const ids = old.map(({ id }) => id);
  tx.delete(attachments).where(inArray(attachments.id, ids)).run();
  tx.delete(files).where(inArray(files.id, named)).run();
  return old.length;
}
