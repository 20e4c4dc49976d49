import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { files } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { keepAsPng } from "@/lib/files/image";
import { discardUnnamed } from "@/lib/files/unnamed";
import { t } from "@/lib/i18n/words";
import type { LogoInput } from "@/lib/settings/forms";
import { largestLogo } from "@/lib/settings/forms";
import { findCompany } from "@/lib/settings/queries";
import type { Download } from "./download";
import { type FormState, untouched } from "./form-state";
import { missing } from "./page";
import { setStatus } from "./request";
import { storageStatus } from "./storage";

/** The picture drawn anew, and what was sent thrown away: it may tell where it was taken. */
export async function redrawLogo({ file }: LogoInput): Promise<LogoInput> {
  const drawn = await keepAsPng(file.sha256);
  // A picture of ours drawn again gives the same bytes.
  if (drawn.sha256 !== file.sha256) discardUnnamed(database(), file.sha256);
  return { file: { ...drawn, name: "logo.png" } };
}

export function logoOf(scope: Scope): Download | typeof missing {
  const { logoFileId } = findCompany(scope);
  const file = logoFileId === null ? undefined : database().select().from(files).where(eq(files.id, logoFileId)).get();
  return file ? { name: file.name, mime: file.mime, sha256: file.sha256, size: file.size, isImage: true } : missing;
}

const sentences = {
  "required file": "errors.required",
  "file_empty file": "errors.file_empty",
  "file_too_big file": "errors.file_too_big",
  "image_unreadable file": "errors.image_unreadable",
  "invalid ": "errors.stale_form",
  "refused ": "errors.refused",
  "session_ended ": "errors.session_ended",
  "storage_full ": "errors.storage_full",
  "storage_failing ": "errors.storage_failing",
} as const;

/** What the address says went wrong with the last picture. Only known sentences: anybody can write an address. */
export function logoState({ error, field = "" }: Record<string, string | string[] | undefined>): FormState {
  if (typeof error !== "string") return untouched;
  const status = storageStatus(error);
  if (status) setStatus(status);
  const known = `${error} ${String(field)}` as keyof typeof sentences;
  const key = Object.hasOwn(sentences, known) ? sentences[known] : "errors.failed";
  return { status: "refused", values: {}, errors: { [Object.hasOwn(sentences, known) ? String(field) : ""]: t(key, { max: largestLogo / 1_048_576 }) } };
}
