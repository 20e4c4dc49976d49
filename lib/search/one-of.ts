import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** However many they are, one value and one text of the statement. */
export function isOneOf(column: SQLWrapper, keys: readonly number[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(keys)}))`;
}
