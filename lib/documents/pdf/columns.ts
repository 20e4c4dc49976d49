import { type Align, type Board, measure, styles } from "@/lib/documents/pdf/board";
import type { SheetColumnKey } from "@/lib/documents/pdf/sheet";

export type PlacedColumn = { key: SheetColumnKey; label: string; x: number; width: number; align: Align };

const gap = 10;
const leastDescription = 120;
const leftAligned: SheetColumnKey[] = ["position", "code", "description", "unit", "taxes"];
/** These may wrap when the paper is short; figures keep their natural width. */
const flexible: Partial<Record<SheetColumnKey, number>> = { code: 76, unit: 54, taxes: 66 };
const leastFlexible = 34;

/** Gives each column the width its widest text needs and the description what is left. */
export function placeColumns(board: Board): PlacedColumn[] {
  const { columns, lines } = board.sheet;
  const widths = columns.map(({ key, label }) => (key === "description" ? leastDescription : naturalWidth(board, key, label, lines)));
  const placed = fitted(
    columns.map((column) => column.key),
    widths,
    board.width - gap * (columns.length - 1),
  );

  let x = board.left;
  return columns.map(({ key, label }, index) => {
    const column: PlacedColumn = { key, label, x, width: placed[index]!, align: leftAligned.includes(key) ? "left" : "right" };
    x += column.width + gap;
    return column;
  });
}

function naturalWidth(board: Board, key: SheetColumnKey, label: string, lines: Board["sheet"]["lines"]) {
  let widest = Math.max(...label.split(" ").map((word) => measure(board, word, styles.heading)));
  for (const line of lines) widest = Math.max(widest, measure(board, line[key], styles.body));
  return Math.min(widest + 3, flexible[key] ?? 130);
}

function fitted(keys: SheetColumnKey[], widths: number[], available: number) {
  const spare = (list: number[]) => available - list.reduce((sum, width) => sum + width, 0);
  const short = -spare(widths);
  const soft = keys.map((key, index) => (key in flexible ? Math.max(0, widths[index]! - leastFlexible) : 0));
  const softSum = soft.reduce((sum, width) => sum + width, 0);
  const share = softSum > 0 ? Math.min(1, Math.max(0, short) / softSum) : 0;
  const shrunk = widths.map((width, index) => width - soft[index]! * share);
  const rest = spare(shrunk);
  if (rest < 0) return shrunk.map((width) => (width * available) / (available - rest));
  return shrunk.map((width, index) => (keys[index] === "description" ? width + rest : width));
}
