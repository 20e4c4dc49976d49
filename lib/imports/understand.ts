import type { ImportKind } from "@/db/vocabulary";
import { type Reason, readCell } from "./cells";
import { describeColumns, type Mapping } from "./columns";
import { type AccountRecord, accountRecord, type CatalogRecord, type CellValues, catalogRecord, isNamelessContact } from "./records";
import type { DateFormat, NumberFormat } from "./values";

export type ReadingOptions = {
  /** Text that stands for «nothing»; "" when there is none. */
  nullText: string;
  numberFormat: NumberFormat;
  dateFormat: DateFormat;
  /** ISO code for rows that name no country; "" leaves them without. */
  country: string;
};
export type RecordOf = { accounts: AccountRecord; catalog: CatalogRecord };
export type Plan<Kind extends ImportKind> = { kind: Kind; mapping: Mapping; options: ReadingOptions; header: string[] };
export type Reading<Kind extends ImportKind> = { ok: true; record: RecordOf[Kind] } | { ok: false; reasons: Reason[] };

/** What one row says, or every reason why it cannot be taken. A row of another length is not guessed at: its cells may have slipped. */
export function readRow<Kind extends ImportKind>({ kind, mapping, options, header }: Plan<Kind>, row: string[]): Reading<Kind> {
  const cells = withoutSpareEnd(row, header.length);
  if (cells.length !== header.length)
    return { ok: false, reasons: [{ field: "", code: "imports.ragged", values: { cells: row.length, expected: header.length } }] };

  const { values, reasons } = readCells(kind, mapping, options, cells);
  if (reasons.length > 0) return { ok: false, reasons };
  return { ok: true, record: recordOf[kind](values, options.country) };
}

/** A row in which nothing is written: spreadsheets leave them at the end, and nobody means them. */
export function isBlankRow(row: string[]) {
  return row.every((cell) => cell.trim() === "");
}

const recordOf: { [Kind in ImportKind]: (values: CellValues, country: string) => RecordOf[Kind] } = { accounts: accountRecord, catalog: catalogRecord };

function readCells(kind: ImportKind, mapping: Mapping, options: ReadingOptions, cells: string[]) {
  const indexes = new Map(Object.entries(mapping).map(([index, target]) => [target, Number(index)]));
  const values: CellValues = {};
  const reasons: Reason[] = [];

  for (const { target, type, isRequired } of describeColumns(kind)) {
    const text = cellAt(cells, indexes.get(target), options.nullText);
    if (text === "") {
      if (isRequired) reasons.push({ field: target, code: "imports.required" });
      continue;
    }
    const read = readCell(type, text, options.numberFormat);
    if ("code" in read) reasons.push({ field: target, code: read.code, values: { text: shortened(text) } });
    else values[target] = read.value || undefined;
  }
  return { values, reasons: [...reasons, ...reasonsAcross(values)] };
}

/** What only several cells together can break. */
function reasonsAcross(values: CellValues): Reason[] {
  const reasons: Reason[] = [];
  if (values.unitPrice?.startsWith("-")) reasons.push({ field: "unitPrice", code: "imports.negative_price", values: { text: values.unitPrice } });
  if (isNamelessContact(values)) reasons.push({ field: "contactName", code: "imports.contact_without_name" });
  return reasons;
}

function cellAt(cells: string[], index: number | undefined, nullText: string) {
  const text = index === undefined ? "" : (cells[index] ?? "").trim();
  return text === nullText ? "" : text;
}

/** Empty cells past the header are only separators too many. */
function withoutSpareEnd(row: string[], length: number) {
  const isSpare = row.length > length && isBlankRow(row.slice(length));
  return isSpare ? row.slice(0, length) : row;
}

function shortened(text: string) {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
