/** What a browser could take for a page: a tag near the beginning, wherever the text came from. */
const tags = /<\s*(!doctype|html|head|body|script|svg|iframe|object|embed|style|link|meta|form|img|math|base)\b/i;

/** In an XML they bring a picture or a page that may run, or let it grow without end. */
const instructions = /<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|1999\/xhtml|2000\/svg|1999\/XSL|XSL\/Transform/i;

export function isText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  const sample = bytes.subarray(0, 65_536);
  const odd = sample.reduce((count, byte) => count + (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 ? 1 : 0), 0);
  return odd === 0;
}

export function isMarkup(bytes: Buffer): boolean {
  return bytes.toString("latin1").trimStart().replace(/^ï»¿/, "").startsWith("<") || tags.test(bytes.toString("latin1", 0, 65_536));
}

/** An XML of data, as an electronic invoice is. */
export function xmlWithoutInstructions(bytes: Buffer): boolean {
  const text = bytes.toString("latin1").replace(/^ï»¿/, "").trimStart();
  return text.startsWith("<?xml") && !instructions.test(decoded(text));
}

/** A letter may be written by its number. */
function decoded(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (_all, hex: string | undefined, decimal: string | undefined) =>
    letterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

function letterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
