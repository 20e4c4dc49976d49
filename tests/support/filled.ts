import type { Database } from "@/db/open";
import { write } from "@/db/write";
import { documentPdfKind } from "@/lib/jobs/document-pdf";
import { enqueue } from "@/lib/jobs/enqueue";
import { addCustomer } from "./customers";
import { rowsByTable } from "./filled-rows";
import { today } from "./world";

/** At least `rows` rows in every table of this schema, with their children: customers with papers by the commands people use, the rest row by row. */
export function fill(db: Database, rows: number) {
  for (let n = 0; n < rows; n += 1) {
    addCustomer(db, { givenName: `Julia ${n}`, company: `Acme Nº ${n}`, email: `julia${n}@ejemplo.test`, passwordHash: "x" }, today);
  }
  write(db, (tx) => {
    for (let n = 0; n < rows; n += 1) enqueue(tx, documentPdfKind, { kind: "invoice", id: n }, { now: n, dedupeKey: `pdf-${n}` });
  });
  const insert = db.$client.transaction(() => {
    for (const [table, rowAt] of rowsByTable) {
      for (let n = 0; n < rows; n += 1) {
        const row = rowAt(n);
        const columns = Object.keys(row);
        db.$client.prepare(`insert into ${table} (${columns.join(", ")}) values (${columns.map((column) => `@${column}`).join(", ")})`).run(row);
      }
    }
  });
  insert();
}

/** Tables with fewer rows. The company is one; what its packs or migrations count is not filled. */
export function sparseTables(db: Database, rows: number): string[] {
  return tablesOf(db).filter((table) => (db.$client.prepare(`select count(*) from "${table}"`).pluck().get() as number) < rows);
}

export function tablesOf({ $client }: Pick<Database, "$client">): string[] {
  return $client
    .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and name not glob 'sqlite_*' order by name")
    .pluck()
    .all() as string[];
}
