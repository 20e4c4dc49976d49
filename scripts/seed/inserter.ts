import type { Handle } from "@/db/open";

type Value = string | number | null;

/** A prepared insert: takes a row by column name, answers its id. */
export function inserter<Column extends string>(handle: Handle, table: string, columns: readonly Column[]): (row: Record<Column, Value>) => number {
  const statement = handle.prepare(`insert into ${table} (${columns.join(", ")}) values (${columns.map((column) => `@${column}`).join(", ")})`);
  return (row) => Number(statement.run(row).lastInsertRowid);
}
