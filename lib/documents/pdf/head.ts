import { type Board, fold, measure, openPage, page, right, styles, write } from "@/lib/documents/pdf/board";
import type { SheetRow } from "@/lib/documents/pdf/sheet";

const boxWidth = 196;
const boxPadding = 12;
const logoHeight = 44;

/** First page: who issues it, what it is, whom it is for. */
export function drawHead(board: Board) {
  openPage(board);
  const ends = [drawIssuer(board), drawBox(board)];
  board.y = Math.max(...ends) + 16;
  drawCustomer(board);
}

/** Later pages: one line that says which document this sheet of paper belongs to. */
export function turnPage(board: Board) {
  openPage(board);
  const { issuer, title, number } = board.sheet;
  const half = board.width / 2 - 8;
  const inOne = fold(board, [title, number ?? ""].join(" ").trim(), styles.heading, half);
  const name = inOne.length === 1 || number === null ? inOne : [title, number].flatMap((text) => fold(board, text, styles.heading, half));
  const issuedBy = fold(board, issuer.name, styles.heading, half).slice(0, 3);
  const ends = [
    write(board, issuedBy, styles.heading, { x: board.left, y: board.y, width: half }),
    write(board, name.slice(0, 3), styles.heading, { x: right(board) - half, y: board.y, width: half, align: "right" }),
  ];
  board.y = Math.max(...ends) + 4;
  page(board).hairlines.push({ x: board.left, y: board.y, width: board.width });
  board.y += 12;
}

function drawIssuer(board: Board) {
  const { issuer } = board.sheet;
  const width = board.width - boxWidth - 28;
  let y = board.y;
  if (issuer.logo) {
    page(board).logo = { x: board.left, y, width: Math.min(width, 190), height: logoHeight };
    y += logoHeight + 9;
  }
  y = write(board, fold(board, issuer.name, styles.name, width), styles.name, { x: board.left, y, width });
  const contact = [issuer.phone, issuer.email].filter((text) => text !== null).join("  ·  ");
  const texts = [issuer.legalName ?? "", rowText(issuer.taxId), ...issuer.addressLines, contact].filter((text) => text !== "");
  const lines = texts.flatMap((text) => fold(board, text, styles.soft, width));
  return write(board, lines, styles.soft, { x: board.left, y: y + 1, width });
}

function drawBox(board: Board) {
  const { title, number, watermark, dates } = board.sheet;
  const top = board.y;
  const x = right(board) - boxWidth + boxPadding;
  const width = boxWidth - 2 * boxPadding;
  let y = write(board, fold(board, title, styles.title, width), styles.title, { x, y: top + boxPadding - 2, width });
  if (number !== null) y = write(board, fold(board, number, styles.number, width), styles.number, { x, y: y + 1, width });
  if (watermark !== null) y = write(board, fold(board, watermark, styles.heading, width), styles.heading, { x, y: y + 2, width });
  if (dates.length > 0) {
    page(board).hairlines.push({ x, y: y + 7, width });
    y += 12;
  }
  for (const date of dates) y = drawRow(board, date, { x, y, width });
  const height = y + boxPadding - 3 - top;
  page(board).frames.push({ x: right(board) - boxWidth, y: top, width: boxWidth, height });
  return top + height;
}

function drawRow(board: Board, row: SheetRow, { x, y, width }: { x: number; y: number; width: number }) {
  const label = fold(board, row.label, styles.soft, Math.min(width * 0.6, measure(board, row.label, styles.soft) + 2));
  const used = Math.max(...label.map((line) => measure(board, line, styles.soft))) + 8;
  const value = fold(board, row.value, styles.body, width - used);
  const ends = [
    write(board, label, styles.soft, { x, y, width: used }),
    write(board, value, styles.body, { x: x + used, y, width: width - used, align: "right" }),
  ];
  return Math.max(...ends) + 1;
}

function drawCustomer(board: Board) {
  const { customer, labels } = board.sheet;
  const gap = 24;
  const nameWidth = (board.width - gap) * 0.55;
  const sideWidth = board.width - gap - nameWidth;
  page(board).hairlines.push({ x: board.left, y: board.y, width: board.width });
  const top = write(board, [labels.customer], styles.heading, { x: board.left, y: board.y + 8, width: nameWidth }) + 1;
  const name = write(board, fold(board, customer.name, styles.customer, nameWidth), styles.customer, { x: board.left, y: top, width: nameWidth });
  const under = [rowText(customer.taxId), ...customer.addressLines].filter((text) => text !== "");
  const left = under.flatMap((text) => fold(board, text, styles.soft, nameWidth));
  const side = customer.contactLines.flatMap((text) => fold(board, text, styles.soft, sideWidth));
  const ends = [
    write(board, left, styles.soft, { x: board.left, y: name + 1, width: nameWidth }),
    write(board, side, styles.soft, { x: right(board) - sideWidth, y: top + 1, width: sideWidth }),
  ];
  board.y = Math.max(...ends) + 14;
}

function rowText(row: SheetRow | null) {
  return row === null ? "" : `${row.label} ${row.value}`;
}
