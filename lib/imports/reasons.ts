import type { ImportKind } from "@/db/vocabulary";
import { isMessageKey, t, tMaybe } from "@/lib/i18n/words";
import type { Reason } from "./cells";

/** Why a row is refused or what it changes, in sentences that name the field. */
export function reasonsText(kind: ImportKind, reasons: Reason[] | null): string {
  const sentences = (reasons ?? []).map((reason) => reasonText(kind, reason));
  return sentences.length > 1 ? sentences.map((sentence) => sentence.replace(/\.$/, "")).join(" · ") : sentences.join("");
}

function reasonText(kind: ImportKind, { field, code, values = {} }: Reason): string {
  const key = `sheets.columns.${kind}.${field}`;
  const sentence = code === "imports.change" ? changeText(values) : tMaybe(code, values);
  return isMessageKey(key) ? `${t(key)}: ${sentence}` : sentence;
}

function changeText({ was = "", becomes = "" }: NonNullable<Reason["values"]>): string {
  return was === "" ? t("imports.added", { becomes }) : t("imports.change", { was, becomes });
}
