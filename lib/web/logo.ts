import { rm } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { files } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { keepAsPng } from "@/lib/files/image";
import { keptPath } from "@/lib/files/store";
import { t } from "@/lib/i18n/words";
import type { LogoInput } from "@/lib/settings/forms";
import { largestLogo } from "@/lib/settings/forms";
import { findCompany } from "@/lib/settings/queries";
import type { Download } from "./download";
import { type FormState, untouched } from "./form-state";
import { missing } from "./page";

/** The picture drawn anew, and what was sent thrown away: it may tell where it was taken. */
export async function redrawLogo({ file }: LogoInput): Promise<LogoInput> {
  const drawn = await keepAsPng(file.sha256).catch(async (error: unknown) => {
    await discardUnnamed(file.sha256);
    throw error;
  });
  // A picture of ours drawn again gives the same bytes.
  if (drawn.sha256 !== file.sha256) await discardUnnamed(file.sha256);
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
} as const;

/** What the address says went wrong with the last picture. Only known sentences: anybody can write an address. */
export function logoState({ error, field = "" }: Record<string, string | string[] | undefined>): FormState {
  if (typeof error !== "string") return untouched;
  const known = `${error} ${String(field)}` as keyof typeof sentences;
  const key = Object.hasOwn(sentences, known) ? sentences[known] : "errors.failed";
  return { status: "refused", values: {}, errors: { [Object.hasOwn(sentences, known) ? String(field) : ""]: t(key, { max: largestLogo / 1_048_576 }) } };
}

async function discardUnnamed(sha256: string) {
  const isNamed = database().select({ id: files.id }).from(files).where(eq(files.sha256, sha256)).get() !== undefined;
  if (!isNamed) await rm(keptPath(sha256), { force: true });
}
