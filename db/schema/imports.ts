import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { importKinds, importOutcomes, importStates } from "../vocabulary";
import { id, instant, json, timestamps } from "./columns";
import { files } from "./files";
import { users } from "./users";

export type ImportOptions = {
  sheet: "csv" | "xlsx";
  nullText: string;
  numberFormat: "1.234,56" | "1,234.56";
  dateFormat: "dd/mm/aaaa" | "mm/dd/aaaa" | "aaaa-mm-dd";
  country: string;
};

export const imports = sqliteTable("imports", {
  id: id(),
  kind: text("kind", { enum: importKinds }).notNull(),
  state: text("state", { enum: importStates }).notNull(),
  fileId: integer("file_id")
    .notNull()
    .references(() => files.id),
  ownerId: integer("owner_id")
    .notNull()
    .references(() => users.id),
  header: json<string[]>("header").notNull(),
  mapping: json<Record<string, string>>("mapping").notNull(),
  options: json<ImportOptions>("options").notNull(),
  batchId: text("batch_id").notNull(),
  error: text("error"),
  startedAt: instant("started_at"),
  finishedAt: instant("finished_at"),
  ...timestamps(),
});

/** One row of the file: its cells, what it will do or did, and why not. */
export const importRows = sqliteTable(
  "import_rows",
  {
    id: id(),
    importId: integer("import_id")
      .notNull()
      .references(() => imports.id),
    number: integer("number").notNull(),
    cells: json<string[]>("cells").notNull(),
    /** What makes two rows the same record; known once the row was understood. */
    matchKey: text("match_key"),
    outcome: text("outcome", { enum: importOutcomes }),
    reasons: json<{ field: string; code: string; values?: Record<string, string | number> }[]>("reasons"),
    recordId: integer("record_id"),
    appliedAt: instant("applied_at"),
  },
  (t) => [
    uniqueIndex("import_rows_number_idx").on(t.importId, t.number),
    index("import_rows_outcome_idx").on(t.importId, t.outcome, t.number),
    index("import_rows_key_idx").on(t.importId, t.matchKey, t.number),
  ],
);
