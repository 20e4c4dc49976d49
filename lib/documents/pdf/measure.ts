import type { Face } from "@/lib/documents/pdf/fonts";

/** Width in points. */
export function widthOf(text: string, face: Face, size: number) {
  let thousandths = 0;
  for (const letter of text) thousandths += face.advance(letter.codePointAt(0)!);
  return (thousandths * size) / 1000;
}

/** Lines that fit the width. A word longer than a line is cut between letters; no letter is lost. */
export function wrap(text: string, face: Face, size: number, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph.trimEnd(), face, size, width));
}

function wrapParagraph(paragraph: string, face: Face, size: number, room: number) {
  if (widthOf(paragraph, face, size) <= room) return [paragraph];
  const space = widthOf(" ", face, size);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of paragraph.split(" ")) {
    const wide = widthOf(word, face, size);
    if (line !== "" && used + space + wide <= room) {
      line += ` ${word}`;
      used += space + wide;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = wide <= room ? [word] : cutWord(word, face, size, room);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1)!;
    used = widthOf(line, face, size);
  }
  lines.push(line);
  return lines;
}

function cutWord(word: string, face: Face, size: number, room: number) {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const letter of word) {
    const wide = widthOf(letter, face, size);
    if (piece !== "" && used + wide > room) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += letter;
    used += wide;
  }
  return [...pieces, piece];
}
