import { type Board, fold, page, right, room, type Style, styles, write } from "@/lib/documents/pdf/board";
import { turnPage } from "@/lib/documents/pdf/head";
import { drawPictures } from "@/lib/documents/pdf/pictures";
import type { SheetTotal } from "@/lib/documents/pdf/sheet";

const totalsWidth = 226;
const gap = 32;

/** Totals at the right; amount in words and taxes at the left, on the same page as long as a page can hold them. */
export function drawClosing(board: Board) {
  const { totals, amountInWords, taxes } = board.sheet;
  if (totals.length === 0 && taxes.length === 0 && amountInWords === null) return;
  board.y += 10;
  const words = amountInWords === null ? [] : fold(board, amountInWords, styles.body, asideWidth(board));
  const aside = (words.length > 0 ? words.length * styles.body.leading + 22 : 0) + (taxes.length > 0 ? (taxes.length + 1) * 12 + 8 : 0);
  const height = Math.max(aside, totals.length * 14 + 14);
  if (height > room(board)) turnPage(board);

  const start = { y: board.y, pages: board.pages.length };
  const left = drawAside(board, words);
  if (board.pages.length > start.pages) board.y = left;
  else board.y = start.y;
  for (const total of totals) drawTotal(board, total);
  board.y = Math.max(board.y, board.pages.length > start.pages ? 0 : left) + 8;
}

function asideWidth(board: Board) {
  return board.width - totalsWidth - gap;
}

function drawAside(board: Board, words: string[]) {
  const { labels, taxes } = board.sheet;
  const width = asideWidth(board);
  if (words.length > 0) {
    flow(board, [labels.amountInWords], styles.heading, width);
    flow(board, words, styles.body, width);
    board.y += 10;
  }
  if (taxes.length === 0) return board.y;
  drawTaxRow(board, [labels.taxes, labels.taxBase, labels.taxAmount], styles.heading);
  for (const tax of taxes) drawTaxRow(board, [tax.label, tax.base, tax.amount], { ...styles.small, leading: 12 });
  return board.y;
}

function drawTaxRow(board: Board, [label, base, amount]: [string, string, string], style: Style) {
  const width = asideWidth(board);
  const cell = width * 0.31;
  const parts = [
    { text: label, x: board.left, width: width - 2 * cell, align: "left" as const },
    { text: base, x: board.left + width - 2 * cell, width: cell, align: "right" as const },
    { text: amount, x: board.left + width - cell, width: cell, align: "right" as const },
  ].map((part) => ({ ...part, lines: fold(board, part.text, style, part.width - 6) }));
  const height = Math.max(...parts.map((part) => part.lines.length)) * style.leading;
  if (height > room(board)) turnPage(board);
  for (const part of parts) write(board, part.lines, style, { ...part, y: board.y });
  board.y += height;
}

function drawTotal(board: Board, total: SheetTotal) {
  const style: Style = total.strong ? styles.total : { ...styles.body, size: 9, leading: 14 };
  const x = right(board) - totalsWidth;
  const value = fold(board, total.value, style, totalsWidth * 0.62);
  const label = fold(board, total.label, total.strong ? { ...style, ink: "ink" } : style, totalsWidth * 0.38 - 6);
  const height = Math.max(value.length, label.length) * style.leading + (total.strong ? 9 : 0);
  if (height > room(board)) turnPage(board);
  if (total.strong) {
    page(board).rules.push({ x, y: board.y + 3, width: totalsWidth });
    board.y += 7;
  }
  write(board, label, { ...style, ink: total.strong ? "ink" : "soft" }, { x, y: board.y, width: totalsWidth * 0.38 });
  write(board, value, style, { x: x + totalsWidth * 0.38, y: board.y, width: totalsWidth * 0.62, align: "right" });
  board.y += height - (total.strong ? 7 : 0);
}

/** Headed texts over the whole width, then the pictures and the legend. */
export function drawSections(board: Board) {
  const { sections, legend, pictures } = board.sheet;
  for (const section of sections) {
    if (room(board) < 40) turnPage(board);
    board.y += 8;
    flow(board, fold(board, section.heading, styles.heading, board.width), styles.heading, board.width);
    board.y += 1;
    flow(board, fold(board, section.text, styles.body, board.width), styles.body, board.width);
  }
  if (pictures) drawPictures(board, pictures);
  if (legend === null) return;
  board.y += 10;
  flow(board, fold(board, legend, styles.small, board.width), styles.small, board.width);
}

function flow(board: Board, lines: string[], style: Style, width: number) {
  for (let done = 0; done < lines.length; ) {
    const fits = Math.floor(room(board) / style.leading);
    if (fits < 1) {
      turnPage(board);
      continue;
    }
    const taken = lines.slice(done, done + fits);
    board.y = write(board, taken, style, { x: board.left, y: board.y, width });
    done += taken.length;
  }
}
