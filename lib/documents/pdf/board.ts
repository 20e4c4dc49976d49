import type { Faces } from "@/lib/documents/pdf/fonts";
import { widthOf, wrap } from "@/lib/documents/pdf/measure";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";

export type Ink = "ink" | "soft" | "accent";
export type Style = { size: number; leading: number; bold: boolean; ink: Ink };
export type Align = "left" | "right";

/** Lines already broken to fit; `y` is the baseline of the first. All measures are points from the top left. */
export type Words = { lines: string[]; x: number; y: number; width: number; align: Align; style: Style };
export type Rule = { x: number; y: number; width: number };
export type Frame = Rule & { height: number };
export type Picture = Frame & { bytes: Uint8Array };
export type PagePlan = { words: Words[]; hairlines: Rule[]; rules: Rule[]; frames: Frame[]; logo: Frame | null; pictures: Picture[] };

/** The paper being filled from the top: `y` is where the next thing goes on the last page. */
export type Board = { sheet: DocumentSheet; faces: Faces; pages: PagePlan[]; y: number; left: number; top: number; width: number; bottom: number };

export const papers = { letter: { width: 612, height: 792 }, a4: { width: 595.28, height: 841.89 } };

export const styles = {
  title: { size: 14, leading: 17, bold: true, ink: "accent" },
  number: { size: 10.5, leading: 14, bold: true, ink: "ink" },
  name: { size: 11.5, leading: 15, bold: true, ink: "ink" },
  customer: { size: 10, leading: 13, bold: true, ink: "ink" },
  body: { size: 8.5, leading: 12, bold: false, ink: "ink" },
  soft: { size: 8.5, leading: 12, bold: false, ink: "soft" },
  heading: { size: 7.5, leading: 10, bold: true, ink: "soft" },
  small: { size: 7.5, leading: 10, bold: false, ink: "soft" },
  total: { size: 11.5, leading: 15, bold: true, ink: "accent" },
} as const satisfies Record<string, Style>;

export const page = (board: Board) => board.pages.at(-1)!;
export const right = (board: Board) => board.left + board.width;
export const room = (board: Board) => board.bottom - board.y;

export function openPage(board: Board) {
  board.pages.push({ words: [], hairlines: [], rules: [], frames: [], logo: null, pictures: [] });
  board.y = board.top;
}

export function fold(board: Board, text: string, style: Style, width: number) {
  return wrap(text, style.bold ? board.faces.bold : board.faces.regular, style.size, width);
}

export function measure(board: Board, text: string, style: Style) {
  return widthOf(text, style.bold ? board.faces.bold : board.faces.regular, style.size);
}

/** Writes lines from `y` down and answers where they end. */
export function write(board: Board, lines: string[], style: Style, place: { x: number; y: number; width: number; align?: Align }) {
  const { x, y, width, align = "left" } = place;
  page(board).words.push({ lines, x, y: y + style.leading * 0.5 + style.size * 0.36, width, align, style });
  return y + lines.length * style.leading;
}
