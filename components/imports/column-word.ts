import type { ImportKind } from "@/db/vocabulary";
import { isMessageKey, t } from "@/lib/i18n/words";

/** What a target is called on screen. */
export function columnWord(kind: ImportKind, target: string): string {
  const key = `sheets.columns.${kind}.${target}`;
  return isMessageKey(key) ? t(key) : target;
}
