import { writeXlsxStream } from "hucre/xlsx";
import { t } from "@/lib/i18n/words";
import { type CellKind, csvCell, csvLine, xlsxCell } from "./write";

/** The rows of a list as they are read, many at a time. */
export type Batches = AsyncIterable<string[][]>;

/** What `csvText` writes, piece by piece: never more than a batch in memory. */
export async function* csvChunks(header: string[], batches: Batches, kinds: CellKind[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${csvLine(header.map((name) => csvCell(name)))}`);
  for await (const rows of batches) yield Buffer.from(rows.map((row) => csvLine(row.map((cell, at) => csvCell(cell, kinds[at])))).join(""));
}

/** A workbook of one sheet whose cells are typed, piece by piece. */
export async function* xlsxChunks(header: string[], batches: Batches, kinds: CellKind[]): AsyncGenerator<Uint8Array> {
  const written = writeXlsxStream(typedRows(header, batches, kinds), { name: t("sheets.name"), freezePane: { rows: 1 } });
  yield* written as unknown as AsyncIterable<Uint8Array>;
}

async function* typedRows(header: string[], batches: Batches, kinds: CellKind[]) {
  yield header.map((name) => xlsxCell(name));
  for await (const rows of batches) for (const row of rows) yield row.map((cell, at) => xlsxCell(cell, kinds[at]));
}
