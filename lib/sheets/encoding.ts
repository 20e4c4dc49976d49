import { createReadStream } from "node:fs";
import { RuleError } from "@/lib/core/errors";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** A byte order mark decides; without one, what is not valid UTF-8 is Windows-1252, the other thing spreadsheets save. */
export async function detectEncoding(path: string): Promise<TextEncoding> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (isFirst) {
      const marked = markedEncoding(chunk);
      if (marked) return marked;
      refuseBinary(chunk);
      isFirst = false;
    }
    if (!isValid(utf8, chunk)) return "windows-1252";
  }
  return isValid(utf8) ? "utf-8" : "windows-1252";
}

/** The file's text in pieces, without its byte order mark. */
export async function* readText(path: string, encoding: TextEncoding, bytes = Number.POSITIVE_INFINITY): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { end: bytes - 1 }) as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function markedEncoding(start: Buffer): TextEncoding | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return "utf-8";
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return undefined;
}

/** Text hardly ever holds NUL; pictures, PDFs and UTF-16 without its mark are full of them. */
function refuseBinary(start: Buffer) {
  const sample = start.subarray(0, 4096);
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros * 50 > sample.length) throw new RuleError("sheets.not_text");
}

function isValid(decoder: TextDecoder, chunk?: Buffer) {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
