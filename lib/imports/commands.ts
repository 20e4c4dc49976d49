import { randomUUID } from "node:crypto";
import { and, count, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { importRows, imports } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { insertFile } from "@/lib/files/store";
import { enqueue } from "@/lib/jobs/enqueue";
import { describeColumns, missingColumns, repeatedTargets } from "./columns";
import type { MappingInput, UploadInput } from "./forms";

type Row = typeof imports.$inferSelect;
type By = { userId: number; now: number };

/** Takes a file that is already on disk; a job reads it. */
export function uploadImport(tx: Transaction, { kind, file }: UploadInput, { userId, now }: By): Change {
  const fileId = insertFile(tx, { ...file, mime: mimeOf(file.name), createdAt: now, createdBy: userId });
  const after = tx
    .insert(imports)
    .values({ kind, state: "uploaded", fileId, ownerId: userId, ...unread, batchId: randomUUID(), createdAt: now, updatedAt: now })
    .returning()
    .get();
  enqueue(tx, "imports.read", { importId: after.id }, { now, dedupeKey: jobKey("read", after) });
  return { kind: "import", id: after.id, before: null, after: { kind, file: file.name, sha256: file.sha256 } };
}

/** Says what each column fills and how the file writes; the whole file is checked anew. Throws when a column is missing or claimed twice. */
export function mapImport(
  tx: Transaction,
  record: Pick<Row, "id">,
  { columns, takesNull, country, numberFormat, dateFormat }: MappingInput,
  now: number,
): Change {
  const before = currentOf(tx, record.id, "checked");
  const mapping = Object.fromEntries(columns.slice(0, before.header.length).flatMap((target, index) => (target === "" ? [] : [[String(index), target]])));
  requireKnown(before.kind, mapping);
  const options = { ...before.options, numberFormat, dateFormat, nullText: takesNull ? "NULL" : "", country: country ?? "" };
  const after = tx
    .update(imports)
    .set({ mapping, options, state: "reading", version: before.version + 1, updatedAt: now })
    .where(eq(imports.id, before.id))
    .returning()
    .get();
  enqueueCheck(tx, after, now);
  return { kind: "import", id: after.id, before: { mapping: before.mapping, options: before.options }, after: { mapping, options } };
}

/** Lets the worker write what was checked. Throws when it was applied already, or there is nothing to write. */
export function applyImport(tx: Transaction, record: Pick<Row, "id">, now: number): Change {
  const before = currentOf(tx, record.id, "checked");
  const [missing] = missingColumns(before.kind, before.mapping);
  if (missing) throw new RuleError("imports.missing_column");
  const total = countRows(tx, before.id, ["new", "changed"]);
  if (total === 0) throw new RuleError("imports.nothing_to_apply");
  const after = tx
    .update(imports)
    .set({ state: "applying", startedAt: now, version: before.version + 1, updatedAt: now })
    .where(eq(imports.id, before.id))
    .returning()
    .get();
  enqueue(tx, "imports.apply", { importId: after.id, version: after.version, total }, { now, dedupeKey: jobKey("apply", after) });
  return { kind: "import", id: after.id, before: { state: before.state }, after: { state: after.state, rows: total } };
}

export function enqueueCheck(tx: Transaction, record: Pick<Row, "id" | "version">, now: number) {
  const total = countRows(tx, record.id);
  enqueue(tx, "imports.check", { importId: record.id, version: record.version, total }, { now, dedupeKey: jobKey("check", record) });
}

export type Step = "read" | "check" | "apply";

/** One job per step and version, so that its page finds it. */
export function jobKey(step: Step, { id, version }: Pick<Row, "id" | "version">) {
  return `imports.${step}:${id}:${version}`;
}

const unread: Pick<Row, "header" | "mapping" | "options"> = {
  header: [],
  mapping: {},
  options: { sheet: "csv", nullText: "", numberFormat: "1,234.56", dateFormat: "dd/mm/aaaa", country: "" },
};

function mimeOf(name: string) {
  return /\.xls[xm]$/i.test(name) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv";
}

function currentOf(tx: Transaction, id: number, state: Row["state"]): Row {
  const row = tx.select().from(imports).where(eq(imports.id, id)).get()!;
  if (row.state === state) return row;
  throw new RuleError(row.state === "applied" || row.state === "applying" ? "imports.already_applied" : "imports.not_checked");
}

function requireKnown(kind: Row["kind"], mapping: Row["mapping"]) {
  const known = new Set(describeColumns(kind).map(({ target }) => target));
  const strange = Object.entries(mapping).find(([, target]) => !known.has(target));
  if (strange) throw new RuleError("not_in_list", `columns.${strange[0]}`);
  const repeated = repeatedTargets(mapping)[0];
  const second = Object.entries(mapping).findLast(([, target]) => target === repeated);
  if (second) throw new RuleError("imports.repeated_column", `columns.${second[0]}`);
  if (missingColumns(kind, mapping).length > 0) throw new RuleError("imports.missing_column");
}

function countRows(tx: Transaction, importId: number, outcomes?: ("new" | "changed")[]): number {
  const chosen = outcomes && inArray(importRows.outcome, outcomes);
  return tx
    .select({ rows: count() })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), chosen))
    .get()!.rows;
}
