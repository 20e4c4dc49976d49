import { SqliteError } from "better-sqlite3";
import { and, asc, eq, lt } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { importRows, type imports } from "@/db/schema";
import { allOf, RuleError } from "@/lib/core/errors";
import type { Reason } from "./cells";
import type { AccountRecord, CatalogRecord } from "./records";
import { readRow } from "./understand";
import { accountKey, writeAccount } from "./write-account";
import { catalogKey, writeCatalogItem } from "./write-catalog";
import type { Importer, Written } from "./writing";

type Import = typeof imports.$inferSelect;
type Row = typeof importRows.$inferSelect;
type Taken = Written | { outcome: "refused"; recordId: null; reasons: Reason[] };
type Tried = { outcome: Taken["outcome"]; recordId: number | null; reasons: Reason[]; matchKey: string | null };

/** Writes one row for good. A row that is refused leaves nothing behind, and the rest goes on. */
export function applyRow(tx: Transaction, record: Import, importer: Importer, row: Row): Taken {
  return refusedOr(() => tx.transaction((inner) => writeRow(inner, record, importer, row)));
}

/** What `applyRow` would answer, found out by doing it and taking it back. Earlier rows of the same record count as written. */
export function tryRow(tx: Transaction, record: Import, importer: Importer, row: Row): Tried {
  const matchKey = keyOf(record, row);
  const taken = refusedOr(() => {
    try {
      return tx.transaction((inner): never => {
        for (const earlier of matchKey === null ? [] : earlierRows(inner, row, matchKey)) applyRow(inner, record, importer, earlier);
        throw new TakenBack(writeRow(inner, record, importer, row));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.written;
      throw error;
    }
  });
  return { ...taken, recordId: taken.outcome === "new" ? null : taken.recordId, matchKey };
}

class TakenBack extends Error {
  constructor(readonly written: Written) {
    super("taken back");
  }
}

class RowRefused extends Error {
  constructor(readonly reasons: Reason[]) {
    super("refused");
  }
}

function refusedOr(write: () => Written): Taken {
  try {
    return write();
  } catch (error) {
    return { outcome: "refused", recordId: null, reasons: reasonsOf(error) };
  }
}

function reasonsOf(error: unknown): Reason[] {
  if (error instanceof RowRefused) return error.reasons;
  if (error instanceof RuleError) return allOf(error).map(({ field, code, values }) => ({ field, code, values }));
  if (error instanceof SqliteError && error.code.startsWith("SQLITE_CONSTRAINT")) return [{ field: "", code: "unknown_rule" }];
  throw error;
}

function writeRow(tx: Transaction, record: Import, importer: Importer, row: Row): Written {
  const reading = readRow(planOf(record), row.cells);
  if (!reading.ok) throw new RowRefused(reading.reasons);
  return record.kind === "accounts"
    ? writeAccount(tx, reading.record as AccountRecord, importer)
    : writeCatalogItem(tx, reading.record as CatalogRecord, importer);
}

function keyOf(record: Import, row: Row): string | null {
  const reading = readRow(planOf(record), row.cells);
  if (!reading.ok) return null;
  return record.kind === "accounts" ? accountKey(reading.record as AccountRecord) : catalogKey(reading.record as CatalogRecord);
}

/** A country for rows that name none is given only to new accounts, not read into every row. */
function planOf({ kind, mapping, options, header }: Import) {
  return { kind, mapping, options: { ...options, country: "" }, header };
}

function earlierRows(tx: Transaction, row: Row, matchKey: string): Row[] {
  return tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, row.importId), eq(importRows.matchKey, matchKey), lt(importRows.number, row.number)))
    .orderBy(asc(importRows.number))
    .limit(20)
    .all();
}
