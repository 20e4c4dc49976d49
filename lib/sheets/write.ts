import { type CellValue, writeXlsx } from "hucre/xlsx";
import { t } from "@/lib/i18n/words";
import { inertText } from "./formulas";

export type CellKind = "text" | "number" | "date";
export type RefusedRow = { cells: string[]; reason: string };

/** RFC 4180 with a byte order mark. Text that a spreadsheet could evaluate gets an apostrophe before it; columns of numbers stay numbers. */
export function csvText(header: string[], rows: string[][], kinds: CellKind[] = []) {
  const lines = [header.map((name) => csvCell(name, "text")), ...rows.map((row) => row.map((cell, index) => csvCell(cell, kinds[index])))];
  return `\uFEFF${lines.map(csvLine).join("")}`;
}

/** A workbook of one sheet whose cells are typed: text is never a formula, numbers and dates (ISO) can be summed and sorted. */
export function xlsxBytes(header: string[], rows: string[][], kinds: CellKind[] = []): Promise<Uint8Array> {
  const body = rows.map((row) => row.map((cell, index) => xlsxCell(cell, kinds[index])));
  return writeXlsx({ sheets: [{ name: t("sheets.name"), rows: [header.map((name) => xlsxCell(name, "text")), ...body], freezePane: { rows: 1 } }] });
}

/** The refused rows as they came. «Motivo» goes first, so that it lines up also beside rows that have cells too many or too few. */
export function refusedSheet(header: string[], refused: RefusedRow[], reasonLabel: string) {
  return { header: [reasonLabel, ...header], rows: refused.map(({ cells, reason }) => [reason, ...cells]) };
}

export function csvCell(text: string, kind: CellKind = "text") {
  const inert = kind === "number" && plainNumber.test(text) ? text : inertText(text);
  return /[",;\t\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** A row that is one empty cell is quoted: an empty line is no row. */
export function csvLine(cells: string[]) {
  return `${cells.length === 1 && cells[0] === "" ? '""' : cells.join(",")}\r\n`;
}

export function xlsxCell(text: string, kind: CellKind = "text"): CellValue {
  if (text === "") return null;
  if (kind === "number" && plainNumber.test(text) && digits(text) <= 15) return Number(text);
  if (kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(text)) return new Date(`${text}T00:00:00Z`);
  // The format reads _x0041_ as a letter; text that says so literally has its underscore spelled out.
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

const plainNumber = /^-?\d+(\.\d+)?$/;

/** More than 15 would be rounded by the spreadsheet; such a number goes as text. */
function digits(text: string) {
  return text.replaceAll(/\D/g, "").length;
}
