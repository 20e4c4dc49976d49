import { type Board, fold, page, room, type Style, styles, write } from "@/lib/documents/pdf/board";
import { type PlacedTable, placeColumns } from "@/lib/documents/pdf/columns";
import { turnPage } from "@/lib/documents/pdf/head";

const air = 5.5;

/** The items, over as many pages as they need; a row is only split when it is taller than a page. */
export function drawTable(board: Board) {
  if (board.sheet.lines.length === 0 || board.sheet.columns.length === 0) return;
  const table = placeColumns(board);
  let top = openTable(board, table);
  for (const line of board.sheet.lines) {
    const cells = table.columns.map((column) => fold(board, line[column.key], table.row, column.width));
    const height = Math.max(...cells.map((cell) => cell.length));
    if (height > linesThatFit(board, table.row) && board.y > top) top = nextPage(board, table);
    for (let done = 0; done < height; ) {
      const end = Math.min(done + linesThatFit(board, table.row), height);
      if (end > done) writeRow(board, table, sliced(cells, done, end), top);
      else top = nextPage(board, table);
      done = end;
    }
  }
  closeTable(board);
}

function linesThatFit(board: Board, row: Style) {
  return Math.max(0, Math.floor((room(board) - air) / row.leading));
}

function nextPage(board: Board, table: PlacedTable) {
  closeTable(board);
  turnPage(board);
  return openTable(board, table);
}

function openTable(board: Board, { columns, row }: PlacedTable) {
  const heads = columns.map((column) => ({ column, lines: fold(board, column.label, styles.heading, column.width) }));
  const height = Math.max(...heads.map((head) => head.lines.length)) * styles.heading.leading;
  if (height + 4 * row.leading > room(board)) turnPage(board);
  for (const { column, lines } of heads) write(board, lines, styles.heading, { ...column, y: board.y + height - lines.length * styles.heading.leading });
  board.y += height + 5;
  page(board).rules.push({ x: board.left, y: board.y, width: board.width });
  return board.y;
}

function sliced(cells: string[][], from: number, end: number) {
  return cells.map((cell) => cell.slice(from, end));
}

function writeRow(board: Board, { columns, row }: PlacedTable, cells: string[][], top: number) {
  if (board.y > top) page(board).hairlines.push({ x: board.left, y: board.y, width: board.width });
  columns.forEach((column, index) => {
    const style: Style = { ...row, ink: column.key === "code" || column.key === "position" ? "soft" : "ink" };
    if (cells[index]!.some((text) => text !== "")) write(board, cells[index]!, style, { ...column, y: board.y + air / 2 });
  });
  board.y += Math.max(...cells.map((cell) => cell.length)) * row.leading + air;
}

function closeTable(board: Board) {
  page(board).rules.push({ x: board.left, y: board.y, width: board.width });
}
