import { z } from "zod";

/** Where a keyset page begins: the sort value and id of the row before it, or of the row after it when going back. */
export type Cursor = { value: string | number; id: number; isBack: boolean; filters: string };

const shape = z.object({ v: z.union([z.string().max(300), z.number()]), i: z.number().int().positive(), b: z.boolean(), f: z.string().max(20) });

/** Reads a cursor of an address; a strange one is no cursor. */
export const cursor = z.string().max(800).transform(readCursor).optional().catch(undefined);

export function writeCursor({ value, id, isBack, filters }: Cursor): string {
  return Buffer.from(JSON.stringify({ v: value, i: id, b: isBack, f: filters })).toString("base64url");
}

/** Short mark of the filters a cursor was made under; with other filters it does not fit. */
export function filtersMark(filters: Record<string, unknown>): string {
  const { cursor: _cursor, ...rest } = filters;
  const text = JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
  let hash = 5381;
  for (const letter of text) hash = (hash * 33 + letter.codePointAt(0)!) >>> 0;
  return hash.toString(36);
}

function readCursor(text: string): Cursor | undefined {
  try {
    const { v, i, b, f } = shape.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { value: v, id: i, isBack: b, filters: f };
  } catch {
    return undefined;
  }
}
