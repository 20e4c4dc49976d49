import { asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { importRows } from "@/db/schema";
import { guessRows } from "./guess";

/** The rows by which a file's ways of writing are guessed. */
export function firstRows(reader: Reader, importId: number): string[][] {
  return reader
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .orderBy(asc(importRows.number))
    .limit(guessRows)
    .all()
    .map(({ cells }) => cells);
}
