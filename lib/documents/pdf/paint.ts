import type { Frame, PagePlan, Rule, Style, Words } from "@/lib/documents/pdf/board";
import type { Face, Faces } from "@/lib/documents/pdf/fonts";

/** What the engine's canvas lends us of its own pen. */
export type Painter = {
  save(): Painter;
  restore(): Painter;
  rotate(degrees: number, around: { origin: [number, number] }): Painter;
  font(font: unknown, name: string, size: number): Painter;
  fillColor(color: string): Painter;
  strokeColor(color: string): Painter;
  lineWidth(width: number): Painter;
  moveTo(x: number, y: number): Painter;
  lineTo(x: number, y: number): Painter;
  rect(x: number, y: number, width: number, height: number): Painter;
  stroke(): Painter;
  text(text: string, x: number, y: number, options: { lineBreak: false; baseline: "alphabetic" }): Painter;
};

export type Look = { faces: Faces; accent: string; watermark: string | null; width: number; height: number };

const inks = { ink: "#1b1e26", soft: "#5a5f69" };
const hairline = "#d9d6cf";
const rule = "#a19d94";
const ghost = "#f1efea";

/** Draws a planned page straight on the canvas: the engine's own text layout takes ten times as long and may break a line again. */
export function paintPage(painter: Painter, plan: PagePlan, look: Look) {
  if (look.watermark !== null) paintWatermark(painter, look.watermark, look);
  paintRules(painter, plan.hairlines, plan.frames, hairline);
  paintRules(painter, plan.rules, [], rule);
  for (const words of plan.words) paintWords(painter, words, look);
}

function paintRules(painter: Painter, rules: Rule[], frames: Frame[], color: string) {
  if (rules.length + frames.length === 0) return;
  painter.strokeColor(color).lineWidth(0.6);
  for (const { x, y, width } of rules) painter.moveTo(x, y).lineTo(x + width, y);
  for (const { x, y, width, height } of frames) painter.rect(x, y, width, height);
  painter.stroke();
}

function paintWords(painter: Painter, { x, y, width, align, lines, style }: Words, { faces, accent }: Look) {
  const face = style.bold ? faces.bold : faces.regular;
  painter.fillColor(style.ink === "accent" ? accent : inks[style.ink]);
  lines.forEach((line, index) => {
    const start = align === "right" ? x + width - drawnWidth(line, face, style.size) : x;
    paintLine(painter, line, face, { x: start, y: y + index * style.leading, size: style.size });
  });
}

function paintLine(painter: Painter, line: string, face: Face, place: { x: number; y: number; size: Style["size"] }) {
  let x = place.x;
  const runs = face.runs(line);
  for (const { text, font, name } of runs) {
    painter.font(font, name, place.size).text(text, x, place.y, { lineBreak: false, baseline: "alphabetic" });
    if (runs.length > 1) x += drawnWidth(text, face, place.size);
  }
}

/** With kerning, unlike the width that decides where lines break. */
function drawnWidth(text: string, face: Face, size: number) {
  return face.runs(text).reduce((sum, run) => sum + (run.font.layout(run.text).advanceWidth * size) / run.font.unitsPerEm, 0);
}

function paintWatermark(painter: Painter, text: string, { faces, width, height }: Look) {
  const size = Math.min(110, (110 * width * 0.95) / drawnWidth(text, faces.bold, 110));
  const long = drawnWidth(text, faces.bold, size);
  painter.save().rotate(-42, { origin: [width / 2, height / 2] });
  painter.fillColor(ghost);
  paintLine(painter, text, faces.bold, { x: (width - long) / 2, y: height / 2 + size * 0.36, size });
  painter.restore();
}
