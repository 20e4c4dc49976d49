import { RuleError } from "@/lib/core/errors";

export type CsvRecord = { cells: string[]; isBlank: boolean };
export type CsvLimits = { maxColumns: number; maxCell: number };

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** RFC 4180, fed in pieces. As spreadsheets do, a quote counts only at the start of a cell, and CR, LF and CRLF all end a row. */
export function csvParser(delimiter: string, limits: CsvLimits) {
  const separator = delimiter.charCodeAt(0);
  let records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = "";
  let state: "start" | "plain" | "quoted" | "quoteInQuoted" = "start";
  let isAfterReturn = false;
  let isBlank = true;
  let count = 0;

  return { push, end };

  /** Rows completed by this piece of text. */
  function push(text: string) {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isAfterReturn) {
        isAfterReturn = false;
        if (code === lineFeed) {
          from = at + 1;
          continue;
        }
      }
      if (state === "quoted") {
        if (code !== quote) continue;
        take(text, from, at);
        from = at + 1;
        state = "quoteInQuoted";
        continue;
      }
      if (state === "quoteInQuoted" && code === quote) {
        from = at;
        state = "quoted";
        continue;
      }
      if (code === separator) {
        take(text, from, at);
        from = at + 1;
        endCell();
      } else if (code === lineFeed || code === carriageReturn) {
        take(text, from, at);
        from = at + 1;
        endRecord();
        isAfterReturn = code === carriageReturn;
      } else if (code === quote && state === "start") {
        from = at + 1;
        state = "quoted";
        isBlank = false;
      } else {
        state = "plain";
      }
    }
    take(text, from, text.length);
    return flush();
  }

  /** The last row, when the file does not end with a line break. */
  function end() {
    if (state === "quoted") throw new RuleError("sheets.unclosed_quote", "", { row: count + 1 });
    if (!isBlank || cell !== "" || cells.length > 0) endRecord();
    return flush();
  }

  function take(text: string, from: number, to: number) {
    if (to <= from) return;
    cell += text.slice(from, to);
    if (cell.length > limits.maxCell) throw new RuleError("sheets.cell_too_long", "", { row: count + 1, limit: limits.maxCell });
  }

  function endCell() {
    cells.push(cell);
    if (cells.length > limits.maxColumns) throw new RuleError("sheets.too_many_columns", "", { row: count + 1, limit: limits.maxColumns });
    cell = "";
    state = "start";
    isBlank = false;
  }

  function endRecord() {
    const wasBlank = isBlank && cell === "";
    endCell();
    records.push({ cells, isBlank: wasBlank });
    cells = [];
    isBlank = true;
    count++;
  }

  function flush() {
    const completed = records;
    records = [];
    return completed;
  }
}
