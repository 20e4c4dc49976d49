import { t } from "@/lib/i18n/words";
import { type FormState, untouched } from "@/lib/web/form-state";
import { setStatus } from "@/lib/web/request";
import { storageStatus } from "@/lib/web/storage";
import { largestUpload } from "./forms";

const sentences = {
  "required file": "errors.imports.no_file",
  "required kind": "errors.imports.no_kind",
  "file_empty file": "errors.file_empty",
  "file_too_big file": "errors.imports.too_big",
  "invalid ": "errors.stale_form",
  "refused ": "errors.refused",
  "session_ended ": "errors.session_ended",
  "failed ": "errors.failed",
  "storage_full ": "errors.storage_full",
  "storage_failing ": "errors.storage_failing",
} as const;

/** What the address of the upload's page says went wrong before. Only known sentences: anybody can write an address. */
export function uploadState({ error, field = "", kind }: Record<string, string | string[] | undefined>): FormState {
  if (typeof error !== "string") return untouched;
  const status = storageStatus(error);
  if (status) setStatus(status);
  const known = `${error} ${String(field)}` as keyof typeof sentences;
  const key = Object.hasOwn(sentences, known) ? sentences[known] : "errors.failed";
  return {
    status: "refused",
    values: typeof kind === "string" ? { kind: [kind] } : {},
    errors: { [String(field)]: t(key, { max: largestUpload / 1_048_576 }) },
  };
}
