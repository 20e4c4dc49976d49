import { setImmediate } from "node:timers/promises";
import type { Scope } from "@/lib/access/scope";
import { t } from "@/lib/i18n/words";
import { csvText, refusedSheet, xlsxBytes } from "@/lib/sheets/write";
import { type Import, rowsWith } from "./queries";
import { reasonsText } from "./reasons";

const rowsAtOnce = 500;
const xlsxMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The rows that were refused, with the reason before each, in the kind of file they came in. */
export async function refusedFile(scope: Scope, record: Import) {
  const name = t("imports.refused_file", { name: record.fileName.replace(/\.\w+$/, "") });
  const { header, rows } = refusedSheet(record.header, await refusedRows(scope, record), t("sheets.reason"));
  if (record.options.sheet === "csv") return { name: `${name}.csv`, mime: "text/csv; charset=utf-8", body: csvText(header, rows) };
  return { name: `${name}.xlsx`, mime: xlsxMime, body: new Uint8Array(await xlsxBytes(header, rows)) };
}

/** A long list is read in pieces, so that other visitors are answered in between. */
async function refusedRows(scope: Scope, record: Import) {
  const refused: { cells: string[]; reason: string }[] = [];
  let after = 0;
  for (;;) {
    const rows = rowsWith(scope, record, "refused", { after, limit: rowsAtOnce });
    refused.push(...rows.map(({ cells, reasons }) => ({ cells, reason: reasonsText(record.kind, reasons) })));
    if (rows.length < rowsAtOnce) return refused;
    after = rows.at(-1)!.number;
    await setImmediate();
  }
}
