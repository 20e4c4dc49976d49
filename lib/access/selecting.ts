import { SQL, StringChunk } from "drizzle-orm";
import type { Database, Reader } from "@/db/open";

type Fields = NonNullable<Parameters<Reader["select"]>[0]>;

/** The reader's `select`, with every look-up among its fields whole. Of an expression beside one table alone Drizzle leaves the columns without
 *  their table: inside a look-up an outer `id` would then be taken for the inner table's own. */
export function selecting(reader: Reader): Database["select"] {
  return ((fields?: Fields) => (fields === undefined ? reader.select() : reader.select(whole(fields)))) as Database["select"];
}

function whole(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field instanceof SQL && looksUp(field) ? wrapped(field) : field]));
}

function looksUp({ queryChunks }: SQL): boolean {
  return queryChunks.some((chunk) => chunk instanceof StringChunk && chunk.value.some((text) => text.includes("select ")));
}

/** Only its own columns lose their table, not those of an expression inside. */
function wrapped(field: SQL): SQL {
  return Object.assign(new SQL([field]), { ...field, queryChunks: [field] });
}
