import { type Board, page as pageOf, papers, right, styles, write } from "@/lib/documents/pdf/board";
import { drawClosing, drawSections } from "@/lib/documents/pdf/closing";
import type { Faces } from "@/lib/documents/pdf/fonts";
import { drawHead } from "@/lib/documents/pdf/head";
import { wrap } from "@/lib/documents/pdf/measure";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";
import { drawTable } from "@/lib/documents/pdf/table";

const margin = 45;
const pageNumberWidth = 110;
const footerLimit = 12;

/** Decides what stands where on which page, so that the engine has nothing left to lay out. */
export function planSheet(sheet: DocumentSheet, faces: Faces) {
  const paper = papers[sheet.paper];
  const width = paper.width - 2 * margin;
  const footer = wrap(sheet.footer ?? "", faces.regular, styles.small.size, width - pageNumberWidth);
  if (footer.length > footerLimit) throw new Error(`The footer of the sheet takes more than ${footerLimit} lines`);
  const footerTop = paper.height - 28 - footer.length * styles.small.leading;
  const board: Board = { sheet, faces, pages: [], y: margin, left: margin, top: margin, width, bottom: footerTop - 14 };

  drawHead(board);
  drawTable(board);
  drawClosing(board);
  drawSections(board);
  return board.pages.map((plan, index) => {
    const foot: Board = { ...board, pages: [plan] };
    const place = { y: footerTop, width: width - pageNumberWidth };
    const number = sheet.labels.page.replace("{page}", String(index + 1)).replace("{pages}", String(board.pages.length));
    pageOf(foot).hairlines.push({ x: margin, y: footerTop - 6, width });
    write(foot, footer, styles.small, { ...place, x: margin });
    write(foot, [number], styles.small, { x: right(board) - pageNumberWidth, y: footerTop, width: pageNumberWidth, align: "right" });
    return plan;
  });
}
