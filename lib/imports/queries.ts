import { and, asc, count, eq, sql } from "drizzle-orm";
import { keyset, type Page, pageOf } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { jobKey, type Step } from "./commands";
import type { ImportFilters } from "./filters";
import { firstRows } from "./first-rows";
import { formatSamples, guessFormats } from "./guess";
import { progressOf } from "./progress";
import type { Counts, Outcome } from "./rules";

const shownRows = 10;

export type ImportRow = ReturnType<typeof listImports>["rows"][number];

/** The imports this viewer may see, newest first. */
export function listImports(scope: Scope, filters: ImportFilters) {
  const { imports, importFiles, users } = scope;
  const { where, orderBy, limit } = keyset(filters, imports.createdAt, imports.id);
  const rows = scope
    .select({
      id: imports.id,
      sortValue: imports.createdAt,
      createdAt: imports.createdAt,
      kind: imports.kind,
      state: imports.state,
      fileName: importFiles.name,
      ownerName: sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${imports.ownerId})`,
    })
    .from(imports)
    .innerJoin(importFiles, eq(importFiles.id, imports.fileId))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return pageOf(rows, filters) satisfies Page<(typeof rows)[number]>;
}

export type Import = NonNullable<ReturnType<typeof findImport>>;

export function findImport(scope: Scope, id: number | string) {
  const { imports, importFiles } = scope;
  const key = Number(id);
  if (!Number.isSafeInteger(key)) return undefined;
  const record = scope.select().from(imports).where(eq(imports.id, key)).get();
  if (!record) return undefined;
  const file = scope.select({ name: importFiles.name }).from(importFiles).where(eq(importFiles.id, record.fileId)).get();
  return file && { ...record, fileName: file.name };
}

/** How many rows stand under each outcome; those not tried yet under none. */
export function countOutcomes(scope: Scope, { id }: Pick<Import, "id">): Counts {
  const { importRows } = scope;
  const found = scope
    .select({ outcome: importRows.outcome, rows: count() })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .groupBy(importRows.outcome)
    .all();
  const rowsOf = (outcome: Outcome) => found.find((one) => one.outcome === outcome)?.rows ?? 0;
  return { new: rowsOf("new"), changed: rowsOf("changed"), unchanged: rowsOf("unchanged"), refused: rowsOf("refused") };
}

export type OutcomeRow = ReturnType<typeof rowsWith>[number];

/** Rows of one outcome in the file's order, after row `after`. */
export function rowsWith(scope: Scope, { id }: Pick<Import, "id">, outcome: Outcome, { after = 0, limit = shownRows } = {}) {
  const { importRows } = scope;
  return scope
    .select({ number: importRows.number, cells: importRows.cells, reasons: importRows.reasons, recordId: importRows.recordId })
    .from(importRows)
    .where(and(eq(importRows.importId, id), eq(importRows.outcome, outcome), sql`${importRows.number} > ${after}`))
    .orderBy(asc(importRows.number))
    .limit(limit)
    .all();
}

export type Understood = ReturnType<typeof howUnderstood>;

/** How the file's numbers, dates and empty cells are read in the formats chosen, with examples out of it. */
export function howUnderstood(scope: Scope, { id, header, options }: Import) {
  const rows = firstRows(scope.reader, id);
  const { nullColumns } = guessFormats({ kind: options.sheet, columns: header.length, rows, ...options });
  const samples = header.map((_, index) => [...new Set(rows.map((cells) => cells[index]?.trim() ?? "").filter(Boolean))].slice(0, 3));
  return { samples, nullColumns: nullColumns.map((index) => header[index] ?? ""), ...formatSamples({ columns: header.length, rows }, options) };
}

/** How far the job of this import's present step is. */
export function importProgress(scope: Scope, record: Import) {
  const step: Step = record.state === "applying" ? "apply" : record.header.length === 0 ? "read" : "check";
  return { step, ...progressOf(scope.reader, jobKey(step, step === "read" ? { ...record, version: 1 } : record)) };
}

/** The first rows of each outcome, for looking over. */
export function rowsByOutcome(scope: Scope, record: Pick<Import, "id">) {
  const first = (outcome: Outcome) => rowsWith(scope, record, outcome);
  return { new: first("new"), changed: first("changed"), unchanged: first("unchanged"), refused: first("refused") };
}
