import { getTableColumns, getTableName, SQL, StringChunk, Subquery, sql } from "drizzle-orm";
import { QueryBuilder, type SQLiteTable, type SubqueryWithSelection } from "drizzle-orm/sqlite-core";

type Columns<T extends SQLiteTable> = T["_"]["columns"];

/** A table to select from, already narrowed to one viewer. */
export type Relation<T extends SQLiteTable> = SubqueryWithSelection<Columns<T>, string>;

/** A table as one viewer sees it: only their rows, hidden columns always null. SQLite flattens it, so indexes still serve. */
export function filtered<T extends SQLiteTable>(table: T, where: SQL, hidden: readonly string[] = []): Relation<T> {
  const shown = masked(table, hidden);
  return written(
    table,
    shown,
    builder
      .select(shown)
      .from(table as SQLiteTable)
      .where(where),
  );
}

/** The same relation read the other way round: from the few identifiers reached to their rows. `ids` selects one column `id`. */
export function startingFrom<T extends SQLiteTable>(table: T, ids: SQL, where: SQL, hidden: readonly string[] = []): Relation<T> {
  const shown = masked(table, hidden);
  const rows = builder
    .select(shown)
    .from(sql`(select id as reached_id from (${ids})) reached`)
    .crossJoin<SQLiteTable>(table)
    .where(sql`${getTableColumns<SQLiteTable>(table).id} = reached.reached_id and ${where}`);
  return written(table, shown, { toSQL: () => byIdentifier(table, rows.toSQL()) });
}

/** Each row by its identifier and by nothing else: an index that fits what is asked would be walked once for every one reached. */
function byIdentifier(table: SQLiteTable, { sql: text, params }: { sql: string; params: unknown[] }) {
  const joined = `cross join "${getTableName(table)}"`;
  return { sql: text.replace(`${joined} where`, `${joined} not indexed where`), params };
}

const builder = new QueryBuilder();

type Shown = ReturnType<typeof masked>;

function masked(table: SQLiteTable, hidden: readonly string[]) {
  const shown = Object.entries(getTableColumns(table)).map(([key, column]) => [key, hidden.includes(key) ? sql`null`.as(column.name) : column] as const);
  return Object.fromEntries(shown);
}

/** Put into words once: a relation stands in every query, and writing it out anew each time costs more than the query. */
function written<T extends SQLiteTable>(table: T, shown: Shown, rows: { toSQL(): { sql: string; params: unknown[] } }): Relation<T> {
  const { sql: text, params } = rows.toSQL();
  const pieces = text.split("?");
  if (pieces.length !== params.length + 1) throw new Error(`A relation of ${getTableName(table)} holds a question mark`);
  const query = sql.join(pieces.flatMap((piece, place) => [new StringChunk(piece), ...(place < params.length ? [sql`${params[place]}`] : [])]));
  const columns = Object.entries(shown).map(([key, column]) => [key, "fieldAlias" in column ? fieldOf(column) : column]);
  return Object.assign(new Subquery(query, shown, getTableName(table)), Object.fromEntries(columns)) as unknown as Relation<T>;
}

/** A hidden column is named by its alias outside the relation. */
function fieldOf({ sql: value, fieldAlias }: SQL.Aliased): SQL.Aliased {
  return Object.assign(new SQL.Aliased(value, fieldAlias), { isSelectionField: true });
}
