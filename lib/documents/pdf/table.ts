import { type Board, fold, page, room, styles, write } from "@/lib/documents/pdf/board";
import { type PlacedColumn, placeColumns } from "@/lib/documents/pdf/columns";
import { turnPage } from "@/lib/documents/pdf/head";

const leading = 11;
const air = 5.5;
const row = { ...styles.body, leading };
const faint = { ...styles.soft, leading };

/** The items, over as many pages as they need; a row is only split when it is taller than a page. */
export function drawTable(board: Board) {
  if (board.sheet.lines.length === 0) return;
  const columns = placeColumns(board);
  openTable(board, columns);
  for (const line of board.sheet.lines) {
    const cells = columns.map((column) => fold(board, line[column.key], row, column.width));
    const height = Math.max(...cells.map((cell) => cell.length));
    if (height > linesThatFit(board)) nextPage(board, columns);
    for (let done = 0; done < height; ) {
      const taken = Math.min(linesThatFit(board), height - done);
      if (taken < 1) nextPage(board, columns);
      else
        writeRow(
          board,
          columns,
          cells.map((cell) => cell.slice(done, done + taken)),
          taken,
        );
      done += Math.max(taken, 0);
    }
  }
  closeTable(board);
}

function linesThatFit(board: Board) {
  return Math.floor((room(board) - air) / leading);
}

function nextPage(board: Board, columns: PlacedColumn[]) {
  closeTable(board);
  turnPage(board);
  openTable(board, columns);
}

function openTable(board: Board, columns: PlacedColumn[]) {
  const heads = columns.map((column) => ({ column, lines: fold(board, column.label, styles.heading, column.width) }));
  const height = Math.max(...heads.map((head) => head.lines.length)) * styles.heading.leading;
  if (height + 4 * leading > room(board)) turnPage(board);
  for (const { column, lines } of heads) write(board, lines, styles.heading, { ...column, y: board.y + height - lines.length * styles.heading.leading });
  board.y += height + 5;
  page(board).rules.push({ x: board.left, y: board.y, width: board.width });
}

function writeRow(board: Board, columns: PlacedColumn[], cells: string[][], height: number) {
  columns.forEach((column, index) => {
    const style = column.key === "code" || column.key === "position" ? faint : row;
    if (cells[index]!.some((text) => text !== "")) write(board, cells[index]!, style, { ...column, y: board.y + air / 2 });
  });
  board.y += height * leading + air;
  page(board).hairlines.push({ x: board.left, y: board.y, width: board.width });
}

function closeTable(board: Board) {
  page(board).hairlines.pop();
  page(board).rules.push({ x: board.left, y: board.y, width: board.width });
}
