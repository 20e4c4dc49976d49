import { setImmediate } from "node:timers/promises";
import { eq, max } from "drizzle-orm";
import type { Database, Transaction } from "@/db/open";
import { company, files, importRows, imports } from "@/db/schema";
import { write } from "@/db/write";
import { RuleError } from "@/lib/core/errors";
import { keptPath } from "@/lib/files/store";
import { isPackCode, packs } from "@/lib/i18n/packs";
import type { EffectHandler } from "@/lib/jobs/handler";
import { readSheet, type Sheet, type SheetRow, sheetLimits } from "@/lib/sheets/read";
import { matchColumns } from "./columns";
import { enqueueCheck } from "./commands";
import { firstRows } from "./first-rows";
import { guessFormats } from "./guess";
import { isBlankRow } from "./understand";

type Found = { id: number; sha256: string; name: string };

const sliceRows = 200;

/** Brings a file's rows into the database, a slice at a time. Starting over goes on after the last row that was kept. */
export const readImport: EffectHandler = {
  repeatable: true,
  limitMs: 600_000,
  effect: async (payload, { db, now, signal }) => {
    const found = unread(db, (payload as { importId: number }).importId);
    if (!found) return;
    try {
      const sheet = await readSheet(keptPath(found.sha256), { ...sheetLimits, name: found.name });
      write(db, (tx) => begin(tx, found.id));
      await keepRows(db, found.id, sheet, signal);
      write(db, (tx) => propose(tx, found.id, sheet, now));
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      const { code, values } = error;
      write(db, (tx) => end(tx, found.id, JSON.stringify({ code, values }), now));
    }
  },
};

function unread(db: Database, id: number): Found | undefined {
  const row = db
    .select({ id: imports.id, state: imports.state, header: imports.header, sha256: files.sha256, name: files.name })
    .from(imports)
    .innerJoin(files, eq(files.id, imports.fileId))
    .where(eq(imports.id, id))
    .get();
  const isUnread = row?.state === "uploaded" || (row?.state === "reading" && row.header.length === 0);
  return isUnread ? row : undefined;
}

function begin(tx: Transaction, id: number) {
  tx.update(imports).set({ state: "reading" }).where(eq(imports.id, id)).run();
}

async function keepRows(db: Database, importId: number, sheet: Sheet, signal: AbortSignal) {
  const last =
    db
      .select({ number: max(importRows.number) })
      .from(importRows)
      .where(eq(importRows.importId, importId))
      .get()?.number ?? 0;
  let slice: SheetRow[] = [];
  const keep = () => {
    signal.throwIfAborted();
    if (slice.length > 0)
      write(db, (tx) =>
        tx
          .insert(importRows)
          .values(slice.map(({ number, cells }) => ({ importId, number, cells })))
          .run(),
      );
    slice = [];
    return setImmediate();
  };
  for await (const row of sheet.rows) {
    if (row.number <= last || isBlankRow(row.cells)) continue;
    slice.push(row);
    if (slice.length === sliceRows) await keep();
  }
  await keep();
}

/** What the columns seem to be and how the file seems to write; then every row is tried with that. */
function propose(tx: Transaction, id: number, sheet: Sheet, now: number) {
  const record = tx.select().from(imports).where(eq(imports.id, id)).get()!;
  const rows = firstRows(tx, id);
  if (rows.length === 0) throw new RuleError("imports.no_rows");
  const home = homeFormats(tx);
  const { nullText, numberFormat, dateFormat } = guessFormats({ kind: sheet.kind, columns: sheet.header.length, rows, ...home.formats });
  const after = tx
    .update(imports)
    .set({
      header: sheet.header,
      mapping: matchColumns(record.kind, sheet.header),
      options: { sheet: sheet.kind, nullText, numberFormat, dateFormat, country: home.country },
      version: record.version + 1,
      updatedAt: now,
    })
    .where(eq(imports.id, id))
    .returning()
    .get();
  enqueueCheck(tx, after, now);
}

/** A file's dates may be parted by any sign; only the order matters. */
const importDates = { "dd/mm/yyyy": "dd/mm/aaaa", "dd-mm-yyyy": "dd/mm/aaaa", "mm/dd/yyyy": "mm/dd/aaaa", "yyyy-mm-dd": "aaaa-mm-dd" } as const;

function homeFormats(tx: Transaction) {
  const code = tx.select({ pack: company.pack }).from(company).get()?.pack ?? "XX";
  const pack = packs[isPackCode(code) ? code : "XX"];
  return {
    country: pack.code === "XX" ? "" : pack.code,
    formats: { numberFormat: pack.decimal === "," ? ("1.234,56" as const) : ("1,234.56" as const), dateFormat: importDates[pack.datePattern] },
  };
}

function end(tx: Transaction, id: number, error: string, now: number) {
  tx.update(imports).set({ state: "failed", error, finishedAt: now, updatedAt: now }).where(eq(imports.id, id)).run();
}
