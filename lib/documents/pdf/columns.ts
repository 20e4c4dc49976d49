import { type Align, type Board, measure, type Style, styles } from "@/lib/documents/pdf/board";
import type { SheetColumn, SheetColumnKey } from "@/lib/documents/pdf/sheet";

export type PlacedColumn = { key: SheetColumnKey; label: string; x: number; width: number; align: Align };
export type PlacedTable = { columns: PlacedColumn[]; row: Style };

const gap = 10;
const leastDescription = 110;
const leftAligned: SheetColumnKey[] = ["position", "code", "description", "unit", "taxes"];
/** These may wrap; an amount cut in two lines would be read wrong. */
const widestText: Partial<Record<SheetColumnKey, number>> = { code: 76, unit: 54, taxes: 66 };
const leastText = 34;
const sizes = [styles.body.size, 7.75, 7, 6.25, 5.5];

/** Gives each column the width its widest text needs and the description what is left, in the largest letter in which no figure is cut. */
export function placeColumns(board: Board): PlacedTable {
  const tries = sizes.map((size) => {
    const row = { ...styles.body, size, leading: size * 1.3 };
    return { row, widths: naturalWidths(board, row) };
  });
  const available = board.width - gap * (board.sheet.columns.length - 1);
  const fitting = tries.find(({ widths }) => sum(widths.map((width) => width.least)) <= available) ?? tries.at(-1)!;
  return { columns: lined(board, shared(fitting.widths, available)), row: fitting.row };
}

type Width = { key: SheetColumnKey; least: number; best: number };

function naturalWidths(board: Board, row: Style): Width[] {
  return board.sheet.columns.map((column) => {
    const { key } = column;
    const head = headWidth(board, column);
    if (key === "description") return { key, least: leastDescription, best: leastDescription };
    const widest = board.sheet.lines.reduce((width, line) => Math.max(width, measure(board, line[key], row)), head) + 3;
    const limit = widestText[key];
    if (limit === undefined) return { key, least: widest, best: widest };
    return { key, least: Math.min(widest, Math.max(head + 3, leastText)), best: Math.min(widest, Math.max(head + 3, limit)) };
  });
}

function headWidth(board: Board, { label }: SheetColumn) {
  return Math.max(...label.split(" ").map((word) => measure(board, word, styles.heading)));
}

function shared(widths: Width[], available: number) {
  const least = sum(widths.map((width) => width.least));
  if (least > available) return widths.map((width) => (width.least * available) / least);
  const wanted = sum(widths.map((width) => width.best)) - least;
  const share = wanted > 0 ? Math.min(1, (available - least) / wanted) : 0;
  const given = widths.map((width) => width.least + (width.best - width.least) * share);
  const rest = available - sum(given);
  return given.map((width, index) => (widths[index]!.key === "description" ? width + rest : width));
}

function lined(board: Board, widths: number[]) {
  let x = board.left;
  return board.sheet.columns.map(({ key, label }, index) => {
    const column: PlacedColumn = { key, label, x, width: widths[index]!, align: leftAligned.includes(key) ? "left" : "right" };
    x += column.width + gap;
    return column;
  });
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}
