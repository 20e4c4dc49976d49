import type { sheetFormats } from "@/db/vocabulary";
import { scopeAs } from "@/lib/access/list-scope";
import type { Scope } from "@/lib/access/scope";
import { fold } from "@/lib/core/text";
import { t } from "@/lib/i18n/words";
import { cellKind, openColumns } from "@/lib/lists/columns";
import { type Batches, csvChunks, xlsxChunks } from "@/lib/sheets/stream";
import { lists } from "./lists";
import { exporting } from "./policy";
import { type Export, exportFile, isReady } from "./queries";
import { largestAtOnce } from "./rules";

type Wanted = Pick<Export, "list" | "address" | "columns" | "format">;

export const mimes: Record<(typeof sheetFormats)[number], string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const rowsAtOnce = 1000;

/** The file of a list, piece by piece, as its viewer sees it now. `count` is told the rows of each batch. */
export function exportChunks(scope: Scope, { list, address, columns, format }: Wanted, count: (rows: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  const shown = openColumns(lists[list].columns(scope), scope.viewer).filter(({ key }) => columns.includes(key));
  const header = shown.map(({ label }) => label());
  const keys = shown.map(({ key }) => key);
  const batches = counted(lists[list].texts(scope, address, keys, rowsAtOnce), count);
  return (format === "csv" ? csvChunks : xlsxChunks)(header, batches, shown.map(cellKind));
}

/** What its owner downloads, while they may: the bytes kept of a long one, a short one written now. Undefined when there is nothing to have, or a short one has grown long. */
export async function exportDownload(scope: Scope, record: Export, now: number) {
  if (!isReady(scope, record, now)) return undefined;
  const { format } = record;
  const file = exportFile(scope, record);
  if (file) return { name: file.name, mime: file.mime, sha256: file.sha256, size: file.size };
  const seen = scopeAs(scope, exporting(scope.viewer, record.list));
  const chunks: Uint8Array[] = [];
  let rows = 0;
  const written = exportChunks(seen, record, (more) => {
    rows += more;
  });
  for await (const chunk of written) {
    if (rows > largestAtOnce) return undefined;
    chunks.push(chunk);
  }
  return { name: exportName(record), mime: mimes[format], body: new Uint8Array(Buffer.concat(chunks)) };
}

export function exportName({ list, format, createdAt }: Pick<Export, "list" | "format" | "createdAt">): string {
  const words = fold(t(`access.modules.${list}`)).replace(/[^a-z0-9]+/g, "-");
  return `${words}-${new Date(createdAt).toISOString().slice(0, 10)}.${format}`;
}

async function* counted(batches: Batches, count: (rows: number) => void): AsyncGenerator<string[][]> {
  for await (const rows of batches) {
    count(rows.length);
    yield rows;
  }
}
