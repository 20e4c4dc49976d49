import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSheet, type Sheet, type SheetLimits, sheetLimits } from "@/lib/sheets/read";

export type ReadSheet = Omit<Sheet, "rows"> & { rows: { number: number; cells: string[] }[] };

/** A whole sheet at once, from a file or from bytes. */
export async function wholeSheet(source: string | Uint8Array, name = "hoja.csv", limits: Partial<SheetLimits> = {}): Promise<ReadSheet> {
  if (typeof source === "string") return collected(await readSheet(source, { ...sheetLimits, ...limits, name }));
  const folder = mkdtempSync(join(tmpdir(), "sheet-"));
  try {
    const path = join(folder, "upload");
    writeFileSync(path, source);
    return await collected(await readSheet(path, { ...sheetLimits, ...limits, name }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function fixture(name: string) {
  return new URL(`../../data/import/${name}`, import.meta.url).pathname;
}

async function collected(sheet: Sheet): Promise<ReadSheet> {
  const rows: ReadSheet["rows"] = [];
  for await (const row of sheet.rows) rows.push(row);
  return { ...sheet, rows };
}
