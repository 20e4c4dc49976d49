import { RuleError } from "@/lib/core/errors";

export type Part = { name: string; fileName?: string; body: AsyncGenerator<Uint8Array> };

const longestHead = 8_000;

/** The parts of a form in the order they arrive, never more than a chunk of any in memory. Each body must be read, or let go, before the next part.
 *  Throws `invalid` when the text is no such form or ends too early. */
export async function* readParts(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<Part> {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]{1,70})"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new RuleError("invalid");
  const source = bytesOf(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter has no line end before it.
  source.unread(Buffer.from("\r\n"));
  for await (const _preamble of source.until(delimiter));

  while (!(await textOf(source.until(lineEnd))).startsWith("--")) {
    const head = await textOf(source.until(headEnd));
    const rest = source.until(delimiter);
    yield { ...namesIn(head), body: rest };
    for await (const _unread of rest);
  }
}

/** A field's whole text; `RuleError` beyond `longest` bytes. */
export async function textOf(body: AsyncIterable<Uint8Array>, longest = longestHead): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > longest) throw new RuleError("invalid");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const lineEnd = Buffer.from("\r\n");
const headEnd = Buffer.from("\r\n\r\n");

function bytesOf(body: AsyncIterable<Uint8Array>) {
  const chunks = body[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  /** What comes before `mark`, as it arrives; the mark itself is passed over. */
  async function* until(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = held.indexOf(mark);
      // The end of what is held may be the beginning of the mark.
      const length = at >= 0 ? at : Math.max(0, held.length - mark.length + 1);
      const piece = held.subarray(0, length);
      held = held.subarray(at >= 0 ? at + mark.length : length);
      if (piece.length > 0) yield piece;
      if (at >= 0) return;
      const next = await chunks.next();
      if (next.done) throw new RuleError("invalid");
      held = Buffer.concat([held, next.value]);
    }
  }

  const unread = (bytes: Buffer) => {
    held = Buffer.concat([bytes, held]);
  };
  return { until, unread };
}

function namesIn(head: string): Omit<Part, "body"> {
  const name = /\bname="([^"]*)"/i.exec(head.replace(/\bfilename="[^"]*"/i, ""))?.[1];
  if (name === undefined) throw new RuleError("invalid");
  const fileName = /\bfilename="([^"]*)"/i.exec(head)?.[1];
  return fileName === undefined ? { name } : { name, fileName: plainName(fileName) };
}

/** Browsers write a quote as %22; some send a whole path. */
function plainName(name: string) {
  const last = name.replaceAll("%22", '"').split(/[/\\]/).at(-1) ?? "";
  return last.replaceAll(/\p{Cc}/gu, "").slice(-200);
}
