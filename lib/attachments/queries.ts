import { and, asc, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AttachmentKind } from "@/db/vocabulary";
import { keyset, type Page, pageOf } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import type { Cursor } from "@/lib/core/cursor";
import { findRecord, type RecordRef } from "./records";

export type AttachmentRow = {
  id: number;
  recordKind: AttachmentKind;
  recordId: number;
  name: string;
  mime: string;
  size: number;
  hasThumbnail: boolean;
  createdAt: number;
  creator: string | null;
};

/** Files that hang on one record, the oldest first. */
export function attachmentsOf(scope: Scope, { kind, id }: RecordRef): AttachmentRow[] {
  const { attachments } = scope;
  return rowsWhere(scope, and(eq(attachments.recordKind, kind), eq(attachments.recordId, id))!)
    .orderBy(asc(attachments.id))
    .all();
}

const filesAtOnce = 100;

/** One page of the files of an account, of its people and of whatever is filed under it, as far as the viewer sees each, the latest first. */
export function attachmentsOfAccount(scope: Scope, accountId: number, cursor?: Cursor): Page<AttachmentRow> {
  const { id } = scope.attachments;
  const filters = { accountId, sort: "-id", cursor };
  const { where, orderBy, limit } = keyset(filters, id, id, filesAtOnce);
  const found = rowsWhere(scope, and(ofAccount(scope, accountId), where)!)
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return pageOf(
    found.map((row) => ({ ...row, sortValue: row.id })),
    filters,
    filesAtOnce,
  );
}

export function countAttachmentsOfAccount(scope: Scope, accountId: number): number {
  const { attachments } = scope;
  return scope.select({ count: sql<number>`count(*)` }).from(attachments).where(ofAccount(scope, accountId)).get()!.count;
}

export type Attachment = NonNullable<ReturnType<typeof findAttachment>>;

/** One file with its bytes' names and the record it hangs on; undefined when it is not there for this viewer. */
export function findAttachment(scope: Scope, id: number | string) {
  const { attachments } = scope;
  const key = Number(id);
  const row = Number.isSafeInteger(key) ? scope.select().from(attachments).where(eq(attachments.id, key)).get() : undefined;
  const record = row && findRecord(scope, { kind: row.recordKind, id: row.recordId });
  return row && record && { ...row, file: fileOf(scope, row.fileId)!, record };
}

/** Name, kind and place of bytes that an attachment names. */
export function fileOf({ attachedFiles, select }: Scope, id: number | null) {
  return id === null ? undefined : select().from(attachedFiles).where(eq(attachedFiles.id, id)).get();
}

export type TrashedRow = { id: number; name: string; size: number; deletedAt: number };

/** What was taken away from one record and can still be put back, the last first. */
export function trashedOf(scope: Scope, { kind, id }: RecordRef): TrashedRow[] {
  const { trashedAttachments: trashed, trashedFiles } = scope;
  return scope
    .select({ id: trashed.id, name: trashedFiles.name, size: trashedFiles.size, deletedAt: sql<number>`${trashed.deletedAt}` })
    .from(trashed)
    .innerJoin(trashedFiles, eq(trashedFiles.id, trashed.fileId))
    .where(and(eq(trashed.recordKind, kind), eq(trashed.recordId, id)))
    .orderBy(desc(trashed.deletedAt), desc(trashed.id))
    .limit(100)
    .all();
}

/** One file in the trash with its name and the record it hung on; undefined when it is not there for this viewer. */
export function findTrashed(scope: Scope, id: number) {
  const { trashedAttachments: trashed, trashedFiles } = scope;
  const row = scope.select().from(trashed).where(eq(trashed.id, id)).get();
  const record = row && findRecord(scope, { kind: row.recordKind, id: row.recordId });
  return (
    row && record && { id: row.id, record, file: scope.select({ name: trashedFiles.name }).from(trashedFiles).where(eq(trashedFiles.id, row.fileId)).get()! }
  );
}

function rowsWhere(scope: Scope, where: SQL) {
  const { attachments, attachedFiles, users } = scope;
  const { id, recordKind, recordId, createdAt, createdBy, thumbnailId } = attachments;
  return scope
    .select({
      ...{ id, recordKind, recordId, createdAt },
      name: attachedFiles.name,
      mime: attachedFiles.mime,
      size: attachedFiles.size,
      hasThumbnail: sql<boolean>`${thumbnailId} is not null`.mapWith(Boolean),
      creator: sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${createdBy})`,
    })
    .from(attachments)
    .innerJoin(attachedFiles, eq(attachedFiles.id, attachments.fileId))
    .where(where);
}

/** People belong to several companies, so their files are found through the relation. */
function ofAccount({ attachments, accountContacts }: Scope, accountId: number): SQL {
  const people = sql`select ${accountContacts.contactId} from ${accountContacts} where ${accountContacts.accountId} = ${accountId}`;
  const ofPeople = and(eq(attachments.recordKind, "contact"), sql`${attachments.recordId} in (${people})`, isNull(attachments.accountId));
  return or(eq(attachments.accountId, accountId), ofPeople)!;
}
