import { open, readFile } from "node:fs/promises";
import { RuleError } from "@/lib/core/errors";
import { readCsvRows, type SheetRow } from "./csv";
import { type Delimiter, sniffDelimiter } from "./delimiter";
import { detectEncoding, readText, type TextEncoding } from "./encoding";
import { readXlsxRows } from "./xlsx";

export type { SheetRow } from "./csv";
export type SheetLimits = { maxRows: number; maxColumns: number; maxCell: number };
export type Sheet = {
  kind: "csv" | "xlsx";
  header: string[];
  /** Every row after the header, once. `number` counts as a spreadsheet shows it: the header is 1. */
  rows: AsyncIterable<SheetRow>;
  encoding: TextEncoding | "";
  delimiter: Delimiter | "";
};

export const sheetLimits: SheetLimits = { maxRows: 200_000, maxColumns: 200, maxCell: 32 * 1024 };

/** Opens a CSV or XLSX file and reads its header; rows follow as they are asked for.
 *  Throws `sheets.*` rule errors, also while the rows are being read. */
export async function readSheet(path: string, options: SheetLimits & { name: string }): Promise<Sheet> {
  const kind = await kindOf(path, options.name);
  if (kind === "xlsx") return withHeader(readXlsxRows(await readFile(path), options), { kind, encoding: "", delimiter: "" });

  const encoding = await detectEncoding(path);
  const delimiter = await sniffDelimiter(path, encoding);
  return withHeader(readCsvRows(readText(path, encoding), delimiter, options), { kind, encoding, delimiter });
}

async function withHeader(rows: AsyncGenerator<SheetRow>, facts: Pick<Sheet, "kind" | "encoding" | "delimiter">): Promise<Sheet> {
  const first = await rows.next();
  if (first.done) throw new RuleError("sheets.empty");
  return { ...facts, header: first.value.cells.map((cell) => cell.trim()), rows };
}

/** By what the file holds, then by its name: a workbook renamed to .csv is still a workbook. */
async function kindOf(path: string, name: string) {
  const start = await firstBytes(path);
  if (start.length === 0) throw new RuleError("sheets.empty");
  if (start.equals(zipMark)) return "xlsx";
  if (start.equals(oldOfficeMark)) throw new RuleError("sheets.old_workbook");
  if (/\.(xlsx|xlsm|ods|xls)$/i.test(name)) throw new RuleError("sheets.not_a_workbook");
  return "csv";
}

const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const oldOfficeMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

async function firstBytes(path: string) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
