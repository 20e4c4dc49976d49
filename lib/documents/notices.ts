import type { Change } from "@/lib/events/record";
import { type MessageKey, t } from "@/lib/i18n/words";
import { kinds, type SalesKind } from "./kinds";

/** Where a deed on a document leads, and the line that says what happened. */
export function said(kind: SalesKind, { id, after }: Change, notice: MessageKey, part = "") {
  return { to: `${kinds[kind].path}/${id}${part}`, notice, values: { the: t(`documents.kinds.${kind}.the`), number: String(after?.label ?? "") } };
}

/** A draft without a number yet has no name to say. */
export function drafted(kind: SalesKind, change: Change) {
  return said(kind, change, change.after?.label ? "documents.notices.saved" : "documents.notices.drafted");
}

export function converted(kind: SalesKind, change: Change) {
  return said(kind, change, change.after?.label ? "documents.notices.made" : "documents.notices.drafted");
}
