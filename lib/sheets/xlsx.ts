import Big from "big.js";
import { type CellValue, streamXlsxRows } from "hucre/xlsx";
import { RuleError } from "@/lib/core/errors";
import type { SheetRow } from "./csv";
import type { SheetLimits } from "./read";
import { refuseBomb } from "./zip";

/** The first sheet's rows that hold something, as text: dates in ISO, numbers canonical with a point. */
export async function* readXlsxRows(workbook: Buffer, limits: SheetLimits): AsyncGenerator<SheetRow> {
  refuseBomb(workbook);
  let read = 0;
  let columns = 0;
  for await (const row of opened(workbook, limits.maxRows + 2)) {
    if (row.values.length > limits.maxColumns) throw new RuleError("sheets.too_many_columns", "", { row: row.index + 1, limit: limits.maxColumns });
    if (++read > limits.maxRows + 1) throw new RuleError("sheets.too_many_rows", "", { limit: limits.maxRows });
    const cells = withoutEmptyEnd(row.values.map((value) => cellText(value)));
    if (cells.length === 0) continue;
    if (cells.some((cell) => cell.length > limits.maxCell)) throw new RuleError("sheets.cell_too_long", "", { row: row.index + 1, limit: limits.maxCell });

    columns ||= cells.length;
    // A workbook does not store its empty cells: a short row is complete, unlike one of a CSV.
    while (cells.length < columns) cells.push("");
    yield { number: row.index + 1, cells };
  }
}

async function* opened(workbook: Buffer, maxRows: number) {
  try {
    yield* streamXlsxRows(workbook, { maxRows });
  } catch (cause) {
    throw Object.assign(new RuleError("sheets.damaged_workbook"), { cause });
  }
}

function cellText(value: CellValue) {
  if (value === null) return "";
  if (typeof value === "number") return numberText(value);
  if (value instanceof Date) return dateText(value);
  return String(value);
}

/** Spreadsheets keep 15 significant digits; more are noise of binary fractions (0.1 + 0.2). */
function numberText(number: number) {
  return Number.isFinite(number) ? new Big(number.toPrecision(15)).toFixed() : "";
}

/** A cell with no day is a time of day; one with no time is a date. */
function dateText(instant: Date) {
  if (Number.isNaN(instant.getTime())) return "#VALUE!";
  const [day, time] = instant.toISOString().split("T") as [string, string];
  if (instant.getUTCFullYear() < 1900) return time.slice(0, 5);
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, 5)}`;
}

function withoutEmptyEnd(cells: string[]) {
  const last = cells.findLastIndex((cell) => cell !== "");
  return cells.slice(0, last + 1);
}
