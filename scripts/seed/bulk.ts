import type { Handle } from "@/db/open";

export type Value = string | number | null;

const rowsAtOnce = 50;

/** Inserts fifty rows a statement: calling SQLite row by row costs more than its own work. `constants` are SQL; `add` takes the values of
 *  `columns` in their order, `flush` writes what is left. */
export function bulk(handle: Handle, table: string, columns: readonly string[], constants: Record<string, string> = {}) {
  const names = [...columns, ...Object.keys(constants)];
  const row = `(${[...columns.map(() => "?"), ...Object.values(constants)].join(", ")})`;
  const statementOf = (rows: number) => handle.prepare(`insert into ${table} (${names.join(", ")}) values ${Array(rows).fill(row).join(", ")}`);
  const full = statementOf(rowsAtOnce);
  const most = rowsAtOnce * columns.length;
  let waiting: Value[] = [];

  const add = (...values: Value[]) => {
    for (const value of values) waiting.push(value);
    if (waiting.length < most) return;
    full.run(waiting);
    waiting = [];
  };
  const flush = () => {
    if (waiting.length > 0) statementOf(waiting.length / columns.length).run(waiting);
    waiting = [];
  };
  return { add, flush };
}
