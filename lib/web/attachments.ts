import { database } from "@/db/client";
import type { Page } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { roomTaken } from "@/lib/attachments/commands";
import { type AttachmentsInput, attachmentLimits, attachmentsForm } from "@/lib/attachments/forms";
import { recordNames } from "@/lib/attachments/names";
import { canAttach } from "@/lib/attachments/policy";
import { type AttachmentRow, attachmentsOf, attachmentsOfAccount, fileOf, findAttachment, trashedOf } from "@/lib/attachments/queries";
import { findRecord, type RecordRef } from "@/lib/attachments/records";
import { filesAddress } from "@/lib/attachments/rules";
import { cursor } from "@/lib/core/cursor";
import { withQuery } from "@/lib/core/links";
import { mostMegapixels } from "@/lib/files/picture";
import { type Prepared, prepareFile } from "@/lib/files/prepare";
import { discardUnnamed } from "@/lib/files/unnamed";
import { t } from "@/lib/i18n/words";
import { mailAddress } from "@/lib/mail/rules";
import type { Download } from "./download";
import { type FormState, untouched } from "./form-state";
import { missing, type Query } from "./page";
import { setStatus } from "./request";
import { storageStatus } from "./storage";
import { atPlace } from "./upload-body";

const megabyte = 1_048_576;

/** What a page shows of the files of its record, and of what was refused the last time; of an account also those of what is filed under it. */
export function recordFiles(scope: Scope, ref: RecordRef, query: Query) {
  const record = findRecord(scope, ref);
  const { rows, next, previous } = ref.kind === "account" ? attachmentsOfAccount(scope, ref.id, cursor.parse(query.cursor)) : whole(attachmentsOf(scope, ref));
  const at = (place?: string) => place && withQuery(`/accounts/${ref.id}`, { lista: query.lista, ver: "files" }, { cursor: place });
  const children = rows.filter(({ recordKind, recordId }) => recordKind !== ref.kind || recordId !== ref.id);
  const names = children.length === 0 ? undefined : recordNames(scope, children);
  const mayEdit = record !== undefined && canAttach(scope.viewer, record);
  return {
    record: ref,
    rows,
    next: at(next),
    previous: at(previous),
    names,
    trashed: mayEdit ? trashedOf(scope, ref) : [],
    mayEdit,
    state: attachmentState(query),
  };
}

const whole = (rows: AttachmentRow[]): Page<AttachmentRow> => ({ rows });

/** Each file known by its bytes and each image drawn anew; when one is refused, none is kept. */
export async function prepareAttachments(input: AttachmentsInput): Promise<AttachmentsInput> {
  const prepared: Prepared[] = [];
  try {
    for (const [place, file] of [...input.files, ...input.photos].entries()) {
      prepared.push(await prepareFile(file, t("attachments.unnamed")).catch((error: unknown) => Promise.reject(atPlace(error, place + 1))));
    }
  } catch (error) {
    for (const { sha256, thumbnail } of prepared) for (const name of [sha256, thumbnail?.sha256]) if (name) discardUnnamed(database(), name);
    throw error;
  }
  return { ...input, files: prepared, photos: [] };
}

/** Where the form stands that was sent: only an address of ours, whatever the fields say. */
export function formAddress(fields: FormData): string {
  const shape = attachmentsForm.shape;
  const kind = shape.recordKind.safeParse(fields.get("recordKind"));
  const id = shape.recordId.safeParse(fields.get("recordId"));
  if (!kind.success || !id.success) return "/";
  const draft = shape.draft.safeParse(fields.get("draft"));
  if (draft.data) return `${mailAddress(kind.data, id.data)}&add=1`;
  return filesAddress(kind.data, id.data) ?? "/";
}

export function attachedFile(scope: Scope, id: string | undefined): Download | typeof missing {
  const found = findAttachment(scope, id ?? "");
  return found ? { ...found.file, isImage: found.thumbnailId !== null } : missing;
}

export function attachedThumbnail(scope: Scope, id: string | undefined): Download | typeof missing {
  const found = findAttachment(scope, id ?? "");
  const file = found && fileOf(scope, found.thumbnailId);
  return file ? { ...file, isImage: true } : missing;
}

/** What files take of the company's room, in whole megabytes. */
export function roomTakenMb(): { usedMb: number; trashedMb: number } {
  const { all, trashed } = roomTaken(database());
  return { usedMb: Math.ceil(all / megabyte), trashedMb: Math.ceil(trashed / megabyte) };
}

const ofFiles = [
  ...["file_empty", "file_too_big", "too_many_files", "attachments.no_room", "attachments.heic", "attachments.old_office", "attachments.archive"],
  ...["attachments.program", "attachments.markup", "attachments.macros", "attachments.bomb", "attachments.damaged", "attachments.unknown_kind"],
  ...["attachments.photo_too_large", "attachments.picture_too_large", "attachments.picture_broken", "required"],
] as const;
const ofForm = {
  invalid: "stale_form",
  refused: "refused",
  missing: "missing",
  session_ended: "session_ended",
  storage_full: "storage_full",
  storage_failing: "storage_failing",
} as const;

/** What the address says went wrong with the last files. Only known sentences: anybody can write an address. */
export function attachmentState({ error, place }: Query): FormState {
  if (typeof error !== "string") return untouched;
  const status = storageStatus(error);
  if (status) setStatus(status);
  const code = ofFiles.find((known) => known === error);
  if (code === undefined) return sentence("", Object.hasOwn(ofForm, error) ? t(`errors.${ofForm[error as keyof typeof ofForm]}`) : t("errors.failed"));
  const reason = t(`errors.${code}`, { max: maxima[code] ?? 0 });
  return sentence("files", typeof place === "string" && /^[1-9]\d?$/.test(place) ? t("attachments.refused_at", { place, reason }) : reason);
}

const maxima: Partial<Record<(typeof ofFiles)[number], number>> = {
  file_too_big: attachmentLimits.file / megabyte,
  too_many_files: attachmentLimits.files,
  "attachments.photo_too_large": mostMegapixels.photo,
  "attachments.picture_too_large": mostMegapixels.other,
};

function sentence(field: string, text: string): FormState {
  return { status: "refused", values: {}, errors: { [field]: text } };
}
