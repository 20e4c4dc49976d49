import { readFile } from "node:fs/promises";
import { Font } from "@react-pdf/renderer";
import { fontFile, subsets } from "@/lib/documents/pdf/font-files";
import { unwrapWoff } from "@/lib/documents/pdf/woff";

type OpenFont = NonNullable<NonNullable<ReturnType<typeof Font.getFont>>["data"]>;

/** Text of one font, with the name under which a document embeds it once. */
export type FontRun = { text: string; name: string; font: OpenFont };
/** One weight over several fonts. `advance` is in thousandths of the font size. */
export type Face = { covers: (codePoint: number) => boolean; advance: (codePoint: number) => number; runs: (text: string) => FontRun[] };
export type Faces = { regular: Face; bold: Face };

let opening: Promise<Faces> | undefined;

/** Opens the fonts once per process. */
export function openFaces(): Promise<Faces> {
  opening ??= Promise.all([openFace(400), openFace(700)]).then(([regular, bold]) => ({ regular, bold }));
  return opening;
}

async function openFace(weight: number): Promise<Face> {
  const fonts = await Promise.all(subsets.map((subset) => openFont(subset, weight)));
  const known = new Map<number, { name: string; font: OpenFont; advance: number; covered: boolean }>();

  const lookUp = (codePoint: number) => {
    const seen = known.get(codePoint);
    if (seen) return seen;
    const fitting = fonts.find(({ font }) => font.hasGlyphForCodePoint(codePoint));
    const { name, font } = fitting ?? fonts[0]!;
    const advance = (font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm;
    const entry = { name, font, advance, covered: fitting !== undefined };
    known.set(codePoint, entry);
    return entry;
  };

  return {
    covers: (codePoint) => lookUp(codePoint).covered,
    advance: (codePoint) => lookUp(codePoint).advance,
    runs: (text) => splitRuns(text, lookUp),
  };
}

function splitRuns(text: string, lookUp: (codePoint: number) => Omit<FontRun, "text">) {
  const runs: FontRun[] = [];
  for (const letter of text) {
    const { name, font } = lookUp(letter.codePointAt(0)!);
    const last = runs.at(-1);
    if (last?.name === name) last.text += letter;
    else runs.push({ text: letter, name, font });
  }
  return runs;
}

async function openFont(subset: string, fontWeight: number) {
  const bytes = unwrapWoff(await readFile(fontFile(subset, fontWeight)));
  const name = `Noto-${subset}-${fontWeight}`;
  Font.register({ family: name, fontWeight, src: `data:font/ttf;base64,${bytes.toString("base64")}` });
  await Font.load({ fontFamily: name, fontWeight });
  const font = Font.getFont({ fontFamily: name, fontWeight })?.data;
  if (!font) throw new Error(`The font ${name} did not open`);
  return { name, font };
}
