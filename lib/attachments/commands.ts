import { eq, type SQL, sql } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/open";
import { attachments, company } from "@/db/schema";
import type { AttachmentKind } from "@/db/vocabulary";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { insertFile, type Kept } from "@/lib/files/store";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FiledRecord } from "./records";

type By = { userId: number | null; now: number };
type Told = Change & { kind: AttachmentKind };
export type PreparedFile = Kept & { name: string; mime: string; thumbnail?: Kept };

type Trashed = { id: number; record: FiledRecord; file: { name: string } };

const megabyte = 1_048_576;

/** Files under a record what is already on disk. Throws `attachments.no_room` beyond the company's room, and then nothing is filed. */
export function addAttachments(tx: Transaction, record: FiledRecord, files: PreparedFile[], by: By): Told {
  requireRoom(tx, files);
  for (const file of files) insertAttachment(tx, record, file, by);
  return told(record, null, { files: files.map(({ name }) => name).join(", ") });
}

/** Into the trash: the bytes stay, and count, until what is in the trash is thrown out. */
export function removeAttachment(tx: Transaction, { id, record, file }: Trashed, { now }: By): Told {
  tx.update(attachments).set({ deletedAt: now }).where(eq(attachments.id, id)).run();
  return told(record, { files: file.name }, null);
}

/** Back under its record, as it was. */
export function restoreAttachment(tx: Transaction, { id, record, file }: Trashed): Told {
  tx.update(attachments).set({ deletedAt: null }).where(eq(attachments.id, id)).run();
  return told(record, null, { files: file.name });
}

/** Leaves throwing out all that is in the trash by now for the worker. Throws when there is nothing in it. */
export function emptyTrash(tx: Transaction, { now }: By): Change {
  const { trashed } = roomTaken(tx);
  if (trashed === 0) throw new RuleError("attachments.trash_empty");
  enqueue(tx, "files.sweep", { trashedUntil: now }, { now });
  return { kind: "company", id: 1, before: { trashedBytes: trashed }, after: null };
}

/** Bytes that attachments take, and how many of them are in the trash: they count until they are really gone. */
export function roomTaken(reader: Reader): { all: number; trashed: number } {
  const { bytes, deletedAt } = attachments;
  const sum = (of: SQL) => sql<number>`coalesce(sum(${of}), 0)`;
  return reader
    .select({ all: sum(sql`${bytes}`), trashed: sum(sql`case when ${deletedAt} is not null then ${bytes} end`) })
    .from(attachments)
    .get()!;
}

function requireRoom(tx: Transaction, files: PreparedFile[]) {
  const { filesRoomMb } = tx.select({ filesRoomMb: company.filesRoomMb }).from(company).get()!;
  const asked = files.reduce((sum, file) => sum + bytesOf(file), 0);
  if (roomTaken(tx).all + asked > filesRoomMb * megabyte) throw new RuleError("attachments.no_room", "files", { max: filesRoomMb });
}

function insertAttachment(tx: Transaction, { kind, id, accountId }: FiledRecord, file: PreparedFile, { userId, now }: By) {
  const { name, mime, thumbnail } = file;
  const stamps = { createdAt: now, createdBy: userId };
  const fileId = insertFile(tx, { ...stamps, sha256: file.sha256, size: file.size, name, mime });
  const thumbnailId = thumbnail ? insertFile(tx, { ...stamps, ...thumbnail, name, mime: "image/jpeg" }) : null;
  tx.insert(attachments)
    .values({ ...stamps, recordKind: kind, recordId: id, accountId, fileId, thumbnailId, bytes: bytesOf(file) })
    .run();
}

function bytesOf({ size, thumbnail }: PreparedFile): number {
  return size + (thumbnail?.size ?? 0);
}

function told({ kind, id, accountId, prospectId }: FiledRecord, before: Change["before"], after: Change["after"]): Told {
  return { kind, id, accountId, prospectId, before, after };
}
