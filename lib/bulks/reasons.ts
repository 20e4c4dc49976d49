import { isMessageKey, t } from "@/lib/i18n/words";
import type { BulkProblem } from "./queries";

/** Why a record was refused, or which of its fields stayed as somebody left them since. */
export function reasonText({ list, outcome, reasons }: BulkProblem): string {
  if (outcome === "kept") return t("lists.kept_fields", { fields: reasons.map((field) => fieldWord(list, field)).join(", ") });
  return reasons.map((reason) => (isMessageKey(reason) ? t(reason) : "")).join(" ");
}

function fieldWord(list: string, column: string): string {
  if (column === "tags") return t("app.tags");
  if (column === "taxIds") return t("catalog.fields.taxes");
  const name = column.replace(/(?<=.)(Group)?Id$/, "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const key = [`${list}.fields.${name}`, `documents.fields.${name}`].find(isMessageKey);
  return key ? t(key) : column;
}
