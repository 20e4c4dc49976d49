import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Batches } from "@/lib/sheets/stream";
import { csvChunks, xlsxChunks } from "@/lib/sheets/stream";
import { attacks } from "../../support/attacks";
import { promise } from "../../support/promise";
import { wholeSheet } from "../sheets/support";

const formula = /table:formula=/g;
const isThere = spawnSync("soffice", ["--version"]).status === 0;
if (!isThere) console.log("soffice is not installed: what LibreOffice makes of an export was not looked at.");

test.runIf(isThere)("a spreadsheet program evaluates nothing of what goes out, and reads numbers and dates as such", { timeout: 300_000 }, async () => {
  const rows = attacks.map((text, place) => [String(place), text, `${text} fin`, "2026-11-22", "1234.5"]);
  const header = ["N", "Texto", "Texto y más", "Fecha", "Importe"];
  const kinds = ["number", "text", "text", "date", "number"] as const;
  async function* batches(): Batches {
    yield rows;
  }
  const folder = mkdtempSync(join(tmpdir(), "sheets-"));
  try {
    for (const [name, chunks] of [
      ["lista.xlsx", xlsxChunks],
      ["lista.csv", csvChunks],
    ] as const) {
      const pieces: Uint8Array[] = [];
      for await (const piece of chunks(header, batches(), [...kinds])) pieces.push(piece);
      writeFileSync(join(folder, name), Buffer.concat(pieces));
      const made = opened(folder, name);
      expect(made.match(formula) ?? [], name).toEqual([]);
      expect(made.match(/office:value-type="float"[^>]*office:value="1234.5"/g)?.length, name).toBe(rows.length);
    }
    writeFileSync(join(folder, "control.csv"), "N,Texto\r\n1,=1+1\r\n");
    expect(opened(folder, "control.csv").match(formula)).toHaveLength(1);
    const sheet = await wholeSheet(readFileSync(join(folder, "lista.xlsx")), "lista.xlsx");
    expect(sheet.rows.map(({ cells }) => cells[3])).toEqual(rows.map(() => "2026-11-22"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  promise("F3", `${attacks.length} texts opened by a spreadsheet program from XLSX and from CSV: none evaluated`);
});

/** The file as the program understood it. */
function opened(folder: string, name: string): string {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "fods", "--outdir", folder, join(folder, name)], { stdio: "ignore", timeout: 120_000 });
  return readFileSync(join(folder, name.replace(/\.\w+$/, ".fods")), "utf8");
}
