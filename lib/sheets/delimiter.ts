import { csvParser } from "./csv-parser";
import { readText, type TextEncoding } from "./encoding";

export type Delimiter = "," | ";" | "\t";

/** The key of its word in the catalog, under `sheets.delimiter`. */
export const delimiterNames = { ",": "comma", ";": "semicolon", "\t": "tab" } as const;

const candidates: Delimiter[] = [",", ";", "\t"];
const sampleBytes = 64 * 1024;
const unlimited = { maxColumns: Number.POSITIVE_INFINITY, maxCell: Number.POSITIVE_INFINITY };

/** The separator that cuts most rows into as many cells as the header; a comma when nothing is cut. */
export async function sniffDelimiter(path: string, encoding: TextEncoding): Promise<Delimiter> {
  let sample = "";
  for await (const piece of readText(path, encoding, sampleBytes)) sample += piece;

  const scores = candidates.map((delimiter) => ({ delimiter, ...agreement(sample, delimiter) })).filter(({ columns }) => columns > 1);
  scores.sort((one, other) => other.share - one.share || other.columns - one.columns);
  return scores[0]?.delimiter ?? ",";
}

function agreement(sample: string, delimiter: Delimiter) {
  // Never `end()`: the last row of a sample may be cut in the middle. One row alone is taken with a line break.
  const parser = csvParser(delimiter, unlimited);
  const complete = parser.push(sample).filter((record) => !record.isBlank);
  const rows = complete.length > 0 ? complete : parser.push("\n");
  const columns = rows[0]?.cells.length ?? 0;
  return { columns, share: rows.filter(({ cells }) => cells.length === columns).length / Math.max(rows.length, 1) };
}
