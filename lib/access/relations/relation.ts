import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable, SubqueryWithSelection } from "drizzle-orm/sqlite-core";
import type { Reader } from "@/db/open";

type Columns<T extends SQLiteTable> = T["_"]["columns"];

/** A table to select from, already narrowed to one viewer. */
export type Relation<T extends SQLiteTable> = SubqueryWithSelection<Columns<T>, string>;

/** A table as one viewer sees it: only their rows, hidden columns always null. SQLite flattens it, so indexes still serve. */
export function filtered<T extends SQLiteTable>(reader: Reader, table: T, where: SQL, hidden: readonly string[] = []): Relation<T> {
  const rows = reader
    .select(masked<SQLiteTable>(table, hidden))
    .from(table as SQLiteTable)
    .where(where)
    .as(getTableName(table));
  return rows as unknown as Relation<T>;
}

/** The same relation read the other way round: from the few identifiers reached to their rows. `ids` selects one column `id`. */
export function startingFrom<T extends SQLiteTable>(reader: Reader, table: T, ids: SQL, where: SQL, hidden: readonly string[] = []): Relation<T> {
  const rows = reader
    .select(masked<SQLiteTable>(table, hidden))
    .from(sql`(select id as reached_id from (${ids})) reached`)
    .crossJoin<SQLiteTable>(table)
    .where(sql`${getTableColumns<SQLiteTable>(table).id} = reached.reached_id and ${where}`)
    .as(getTableName(table));
  return rows as unknown as Relation<T>;
}

function masked<T extends SQLiteTable>(table: T, hidden: readonly string[]): Columns<T> {
  const columns = getTableColumns(table);
  const shown = Object.entries(columns).map(([key, column]) => [key, hidden.includes(key) ? sql`null`.as(column.name) : column]);
  return Object.fromEntries(shown) as Columns<T>;
}
