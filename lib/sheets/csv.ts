import { RuleError } from "@/lib/core/errors";
import { type CsvLimits, csvParser } from "./csv-parser";
import { plainText } from "./formulas";

export type SheetRow = { number: number; cells: string[] };

/** Rows with the number a spreadsheet shows beside them: an empty line counts, and is passed over. */
export async function* readCsvRows(text: AsyncIterable<string>, delimiter: string, limits: CsvLimits & { maxRows: number }): AsyncGenerator<SheetRow> {
  const parser = csvParser(delimiter, limits);
  let number = 0;
  let read = 0;

  for await (const piece of text) yield* numbered(parser.push(piece));
  yield* numbered(parser.end());

  function* numbered(records: ReturnType<typeof parser.push>): Generator<SheetRow> {
    for (const { cells, isBlank } of records) {
      number++;
      if (isBlank) continue;
      if (++read > limits.maxRows + 1) throw new RuleError("sheets.too_many_rows", "", { limit: limits.maxRows });
      yield { number, cells: cells.map(plainText) };
    }
  }
}
