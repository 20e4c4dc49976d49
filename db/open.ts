import SqliteDatabase from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { DatabaseRefusal } from "@/db/refusal";

export type Handle = SqliteDatabase.Database;
export type Database = BetterSQLite3Database & { $client: Handle };
export type Transaction = Parameters<Parameters<BetterSQLite3Database["transaction"]>[0]>[0];
export type Reader = BetterSQLite3Database | Transaction;

const oldestSqlite = [3, 51, 3] as const;

const everywhere = {
  busy_timeout: 5000,
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  temp_store: 2,
  cache_size: -64000,
  journal_size_limit: 67108864,
} as const;

const onDisk = { journal_mode: "wal", mmap_size: 0, wal_autocheckpoint: 1000 } as const;

/** Opens a SQLite file (or `:memory:`) the one safe way. Throws `DatabaseRefusal` when a setting does not hold. */
export function openDatabase(path: string, options: { readonly?: boolean } = {}): Handle {
  const handle = new SqliteDatabase(path, { readonly: options.readonly ?? false, timeout: everywhere.busy_timeout });
  try {
    requireSqlite(handle.prepare("select sqlite_version()").pluck().get() as string);
    for (const [name, value] of settingsFor(path)) hold(handle, name, value);
  } catch (error) {
    handle.close();
    throw error;
  }
  return handle;
}

/** Drizzle over an open handle. */
export function connect(handle: Handle): Database {
  return Object.assign(drizzle(remembering(handle)), { $client: handle });
}

const mostStatements = 500;

/** The same handle for Drizzle, which would compile the text of a query anew each time it is asked: that costs more than running it. */
function remembering(handle: Handle): Handle {
  const kept = new Map<string, SqliteDatabase.Statement>();
  const prepare = (text: string) => {
    const known = kept.get(text);
    if (known) return known;
    if (kept.size >= mostStatements) kept.clear();
    const made = bothWays(handle, text);
    kept.set(text, made);
    return made;
  };
  return { prepare, transaction: handle.transaction.bind(handle) } as unknown as Handle;
}

/** Rows as objects and rows as lists are a switch on a statement, so each way has a statement of its own. */
function bothWays(handle: Handle, text: string): SqliteDatabase.Statement {
  const plain = handle.prepare(text);
  let lists: SqliteDatabase.Statement | undefined;
  const raw = () => {
    lists ??= handle.prepare(text).raw();
    return lists;
  };
  return { run: plain.run.bind(plain), get: plain.get.bind(plain), all: plain.all.bind(plain), raw } as unknown as SqliteDatabase.Statement;
}

function settingsFor(path: string) {
  return Object.entries(path === ":memory:" ? everywhere : { ...everywhere, ...onDisk });
}

/** Older libraries can corrupt the file when two connections reset the WAL. */
export function requireSqlite(version: string) {
  const found = version.split(".").map(Number);
  const decisive = oldestSqlite.findIndex((part, place) => part !== found[place]);
  if (decisive >= 0 && (found[decisive] ?? 0) < oldestSqlite[decisive]!) {
    throw new DatabaseRefusal(`Cartera necesita SQLite ${oldestSqlite.join(".")} o posterior y encontró ${version}.`, 78);
  }
}

/** Sets and reads back: SQLite ignores what it does not know or cannot do without saying so. */
function hold(handle: Handle, name: string, value: string | number) {
  handle.pragma(`${name} = ${value}`);
  const found = handle.pragma(name, { simple: true });
  if (found !== value) {
    throw new DatabaseRefusal(`La base de datos no acepta el ajuste ${name} = ${value} (quedó en ${String(found)}).`, 78);
  }
}
