import { type Board, fold, page, room, styles, write } from "@/lib/documents/pdf/board";
import { turnPage } from "@/lib/documents/pdf/head";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";

const gap = 16;
const pictureHeight = 190;
const air = 12;

/** Two in a row, each under its name; a row is never parted. */
export function drawPictures(board: Board, { heading, shown }: NonNullable<DocumentSheet["pictures"]>) {
  if (shown.length === 0) return;
  const width = (board.width - gap) / 2;
  const names = shown.map(({ name }) => fold(board, name, styles.small, width).slice(0, 2));
  board.y += 12;
  const head = styles.heading.leading + 4;
  if (head + rowHeight(names.slice(0, 2)) > room(board)) turnPage(board);
  board.y = write(board, fold(board, heading, styles.heading, board.width), styles.heading, { x: board.left, y: board.y, width: board.width }) + 4;
  for (let first = 0; first < shown.length; first += 2) {
    const row = shown.slice(first, first + 2);
    const height = rowHeight(names.slice(first, first + 2));
    if (height > room(board)) turnPage(board);
    row.forEach(({ bytes }, index) => {
      const x = board.left + index * (width + gap);
      write(board, names[first + index]!, styles.small, { x, y: board.y, width });
      page(board).pictures.push({ x, y: board.y + height - pictureHeight - air, width, height: pictureHeight, bytes });
    });
    board.y += height;
  }
}

function rowHeight(names: string[][]): number {
  return pictureHeight + 3 + Math.max(...names.map((lines) => lines.length)) * styles.small.leading + air;
}
