import type { Face } from "@/lib/documents/pdf/fonts";

/** The same record with every text in it printable: what the fonts cannot draw becomes visible, never a silent hole. */
export function cleanTexts<T>(value: T, face: Face): T {
  return cleaned(value, face) as T;
}

const controls = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;
const replacement = "\ufffd";
const plainer: Record<string, string> = { "\u2011": "-", "\u2010": "-", "\u2192": "->", "\u2264": "<=", "\u2265": ">=", "\u2713": "x" };

function cleaned(value: unknown, face: Face): unknown {
  if (typeof value === "string") return cleanText(value, face);
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry, face));
  if (value === null || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cleaned(entry, face)]));
}

function cleanText(text: string, face: Face) {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const composed = text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .normalize("NFC")
    .replace(controls, keptControl);
  let result = "";
  for (const letter of composed) result += drawable(letter, face);
  return result;
}

function keptControl(control: string) {
  if (control === "\n") return "\n";
  return control === "\t" ? " " : "";
}

function drawable(letter: string, face: Face) {
  if (letter === "\n" || face.covers(letter.codePointAt(0)!)) return letter;
  if (/\p{Zs}/u.test(letter)) return "\u00a0";
  const compatible = plainer[letter] ?? letter.normalize("NFKC");
  return [...compatible].every((part) => face.covers(part.codePointAt(0)!)) ? compatible : replacement;
}
