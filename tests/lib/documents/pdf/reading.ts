import { execFileSync } from "node:child_process";
import { inflateSync } from "node:zlib";

/** The text of a PDF as another program reads it, lines put end to end. */
export function textOf(pdf: Uint8Array, ...options: string[]) {
  return pdfTool("pdftotext", [...options, "-", "-"], pdf).replace(/[ \n\f]+/g, " ");
}

/** What pdfinfo says of a PDF, by name. */
export function factsOf(pdf: Uint8Array): Record<string, string> {
  const rows = pdfTool("pdfinfo", ["-"], pdf).split("\n").filter(Boolean);
  return Object.fromEntries(rows.map((row) => [row.slice(0, row.indexOf(":")), row.slice(row.indexOf(":") + 1).trim()]));
}

/** All the bytes as text, packed streams opened. */
export function plainBytes(pdf: Uint8Array) {
  const raw = Buffer.from(pdf).toString("latin1");
  return raw.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, packed: string) => {
    const bytes = Buffer.from(packed, "latin1");
    return bytes[0] === 0x78 ? inflateSync(bytes).toString("latin1") : whole;
  });
}

function pdfTool(program: string, options: string[], pdf: Uint8Array) {
  return execFileSync(program, options, { input: pdf, encoding: "utf8", maxBuffer: 64 * 2 ** 20 });
}
