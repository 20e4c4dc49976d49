import { redirect } from "next/navigation";
import { database } from "@/db/client";
import type { Transaction } from "@/db/open";
import { write } from "@/db/write";
import { memberId } from "@/lib/access/member";
import type { Scope } from "@/lib/access/scope";
import type { AttachmentsInput } from "@/lib/attachments/forms";
import { canAttach } from "@/lib/attachments/policy";
import { attachmentsOf } from "@/lib/attachments/queries";
import { findRecord, type RecordRef } from "@/lib/attachments/records";
import { filesAddress } from "@/lib/attachments/rules";
import { keepDraft, tickInDraft } from "@/lib/mail/drafts";
import { findDraft } from "@/lib/mail/queries";
import { mailAddress } from "@/lib/mail/rules";
import type { FormState } from "./form-state";
import type { MailSubject } from "./mail-subject";
import type { Query } from "./page";
import { setStatus } from "./request";
import { storageAnswer } from "./storage";

type Values = FormState["values"];

/** Whoever edits the record may add to what hangs on it. */
export function mayAddFiles(scope: Scope, { kind, id }: Pick<MailSubject, "kind" | "id">): boolean {
  const record = findRecord(scope, { kind, id });
  return record !== undefined && canAttach(scope.viewer, record);
}

/** Keeps what was typed and goes to where files are added. Returns, with its sentence, only where it could not be kept. */
export function leaveForFiles(scope: Scope, { kind, id }: MailSubject, values: Values): string {
  const before = findDraft(scope, { kind, id }, values.draft?.[0]);
  const typed = { ...values, about: [kind], id: [String(id)] };
  let draftId: number;
  try {
    draftId = write(database(), (tx) => keepDraft(tx, before, { typed, userId: memberId(scope.viewer), now: Date.now() }));
  } catch (error) {
    const storage = storageAnswer(error);
    if (!storage) throw error;
    setStatus(storage.status);
    return storage.sentence;
  }
  redirect(`${writingAddress({ kind, id }, draftId)}&add=1`);
}

/** What was typed of a mail before files were added, as its form shows it. */
export function draftOf(scope: Scope, subject: MailSubject, { draft }: Query): { id: number; state: FormState } | undefined {
  const found = findDraft(scope, subject, [draft].flat()[0]);
  return found && { id: found.id, state: { status: "rows", values: { ...found.typed, draft: [String(found.id)] }, errors: {} } };
}

/** Where the files of an upload are seen: on their record, or ticked in the mail they were added for. */
export function afterUpload({ recordKind: kind, recordId: id, draft }: AttachmentsInput): string {
  return draft === null ? (filesAddress(kind, id) ?? "/") : writingAddress({ kind, id }, draft);
}

/** The newest files of a record go along with the mail that is being written. */
export function tickAdded(tx: Transaction, scope: Scope, record: RecordRef, { draft, files }: AttachmentsInput) {
  const found = findDraft(scope, record, draft);
  const added = attachmentsOf(scope, record).slice(-files.length);
  if (found)
    tickInDraft(
      tx,
      found,
      added.map(({ id }) => id),
    );
}

function writingAddress({ kind, id }: RecordRef, draft: number): string {
  return `${mailAddress(kind, id)}&draft=${draft}`;
}
