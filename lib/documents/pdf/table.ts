import { type Board, fold, page, room, styles, write } from "@/lib/documents/pdf/board";
import { type PlacedColumn, placeColumns } from "@/lib/documents/pdf/columns";
import { turnPage } from "@/lib/documents/pdf/head";

const leading = 11;
const air = 5.5;
const row = { ...styles.body, leading };
const faint = { ...styles.soft, leading };

/** The items, over as many pages as they need; a row is only split when it is taller than a page. */
export function drawTable(board: Board) {
  if (board.sheet.lines.length === 0 || board.sheet.columns.length === 0) return;
  const columns = placeColumns(board);
  let top = openTable(board, columns);
  for (const line of board.sheet.lines) {
    const cells = columns.map((column) => fold(board, line[column.key], row, column.width));
    const height = Math.max(...cells.map((cell) => cell.length));
    if (height > linesThatFit(board) && board.y > top) top = nextPage(board, columns);
    for (let done = 0; done < height; ) {
      const end = Math.min(done + linesThatFit(board), height);
      if (end > done) writeRow(board, columns, sliced(cells, done, end), top);
      else top = nextPage(board, columns);
      done = end;
    }
  }
  closeTable(board);
}

function linesThatFit(board: Board) {
  return Math.max(0, Math.floor((room(board) - air) / leading));
}

function nextPage(board: Board, columns: PlacedColumn[]) {
  closeTable(board);
  turnPage(board);
  return openTable(board, columns);
}

function openTable(board: Board, columns: PlacedColumn[]) {
  const heads = columns.map((column) => ({ column, lines: fold(board, column.label, styles.heading, column.width) }));
  const height = Math.max(...heads.map((head) => head.lines.length)) * styles.heading.leading;
  if (height + 4 * leading > room(board)) turnPage(board);
  for (const { column, lines } of heads) write(board, lines, styles.heading, { ...column, y: board.y + height - lines.length * styles.heading.leading });
  board.y += height + 5;
  page(board).rules.push({ x: board.left, y: board.y, width: board.width });
  return board.y;
}

function sliced(cells: string[][], from: number, end: number) {
  return cells.map((cell) => cell.slice(from, end));
}

function writeRow(board: Board, columns: PlacedColumn[], cells: string[][], top: number) {
  if (board.y > top) page(board).hairlines.push({ x: board.left, y: board.y, width: board.width });
  columns.forEach((column, index) => {
    const style = column.key === "code" || column.key === "position" ? faint : row;
    if (cells[index]!.some((text) => text !== "")) write(board, cells[index]!, style, { ...column, y: board.y + air / 2 });
  });
  board.y += Math.max(...cells.map((cell) => cell.length)) * leading + air;
}

function closeTable(board: Board) {
  page(board).rules.push({ x: board.left, y: board.y, width: board.width });
}
