import type { ImportKind } from "@/db/vocabulary";
import { matchColumns } from "@/lib/imports/columns";
import { guessFormats } from "@/lib/imports/guess";
import { isBlankRow, readRow } from "@/lib/imports/understand";
import { type ReadSheet, wholeSheet } from "../sheets/support";

const own = { numberFormat: "1.234,56", dateFormat: "dd/mm/aaaa" } as const;

/** A file as an import would take it when nobody changes what is proposed. */
export async function understood<Kind extends ImportKind>(kind: Kind, source: string | Uint8Array, name = "hoja.csv") {
  const sheet = await wholeSheet(source, name);
  const rows = sheet.rows.filter(({ cells }) => !isBlankRow(cells));
  const guess = guessFor(sheet);
  const plan = { kind, mapping: matchColumns(kind, sheet.header), options: { ...guess, country: "" }, header: sheet.header };
  const readings = rows.map(({ number, cells }) => ({ number, cells, reading: readRow(plan, cells) }));

  return {
    ...sheet,
    guess,
    plan,
    records: readings.flatMap(({ reading }) => (reading.ok ? [reading.record] : [])),
    refused: readings.flatMap(({ number, cells, reading }) => (reading.ok ? [] : [{ number, cells, reasons: reading.reasons }])),
  };
}

function guessFor(sheet: ReadSheet) {
  const rows = sheet.rows.slice(0, 500).map(({ cells }) => cells);
  return guessFormats({ kind: sheet.kind, columns: sheet.header.length, rows, ...own });
}
