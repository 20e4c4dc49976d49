import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { type Migration, migrationsFolder, migrationsIn } from "@/db/migration-files";
import { type Handle, openDatabase } from "@/db/open";
import { DatabaseRefusal } from "@/db/refusal";

/** "Cart" in the file's header: says whose file it is. */
export const applicationId = 0x43617274;

/** Brings a file to this program's schema, with a copy beside it first. Returns the numbers applied. Throws `DatabaseRefusal`. */
export function migrate(path: string, { folder = migrationsFolder, now }: { folder?: string; now: number }): number[] {
  const migrations = migrationsIn(folder);
  const version = existsSync(path) ? versionOf(path, migrations) : 0;
  const handle = openDatabase(path);
  try {
    if (version > 0 && version < migrations.length) copyBefore(handle, path, version + 1);
    return applyMigrations(handle, { folder, now });
  } finally {
    handle.close();
  }
}

/** Runs what is missing on an open handle, each migration in its own transaction. Made for `:memory:` and for `migrate`. */
export function applyMigrations(handle: Handle, { folder = migrationsFolder, now = 0 }: { folder?: string; now?: number } = {}): number[] {
  const migrations = migrationsIn(folder);
  handle.pragma("foreign_keys = OFF");
  try {
    const missing = migrations.slice(requireOurs(handle, migrations));
    for (const migration of missing) apply(handle, migration, now);
    return missing.map(({ number }) => number);
  } finally {
    handle.pragma("foreign_keys = ON");
  }
}

/** Looks without writing: a file of somebody else must stay as it was. */
function versionOf(path: string, migrations: Migration[]): number {
  const handle = new SqliteDatabase(path, { readonly: true });
  try {
    return requireOurs(handle, migrations);
  } finally {
    handle.close();
  }
}

/** The schema's version, 0 for an empty file. */
function requireOurs(handle: Handle, migrations: Migration[]): number {
  const mark = markOf(handle);
  if (mark === undefined) return 0;
  if (mark !== applicationId) throw new DatabaseRefusal("El archivo cartera.sqlite no es de Cartera; indique otra carpeta en DATA_DIR.", 65);

  const applied = handle.prepare("select number, sha256 from schema_versions order by number").all() as { number: number; sha256: string }[];
  if (applied.length > migrations.length) {
    const sentence = `Los datos son de una versión más nueva de Cartera (esquema ${applied.length}; este programa conoce hasta el ${migrations.length}).`;
    throw new DatabaseRefusal(sentence, 78);
  }
  const changed = applied.find(({ sha256 }, place) => sha256 !== migrations[place]!.sha256);
  if (changed) throw new DatabaseRefusal(`Los datos se crearon con otra edición de la migración ${changed.number}; este programa no puede abrirlos.`, 78);
  return applied.length;
}

/** Undefined when the file has no schema yet. */
function markOf(handle: Handle): number | undefined {
  try {
    const tables = handle.prepare("select count(*) from sqlite_schema").pluck().get();
    return tables === 0 ? undefined : (handle.pragma("application_id", { simple: true }) as number);
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith("SQLITE_NOTADB")) return Number.NaN;
    throw error;
  }
}

function copyBefore(handle: Handle, path: string, number: number) {
  const folder = join(dirname(path), "backups");
  const copy = join(folder, `before-${String(number).padStart(4, "0")}.sqlite`);
  mkdirSync(folder, { recursive: true });
  rmSync(`${copy}.partial`, { force: true });
  handle.prepare("vacuum into ?").run(`${copy}.partial`);
  flush(`${copy}.partial`);
  renameSync(`${copy}.partial`, copy);
  flush(folder);
}

function flush(path: string) {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}

function apply(handle: Handle, migration: Migration, now: number) {
  handle.exec("begin immediate");
  try {
    const before = countRows(handle);
    handle.exec(migration.sql);
    if (!handle.inTransaction) throw new Error(`Migration ${migration.number} ends the transaction it runs in`);
    requireKeys(handle, migration);
    requireRows(migration, before, countRows(handle));
    remember(handle, migration, now);
    handle.exec("commit");
  } catch (error) {
    if (handle.inTransaction) handle.exec("rollback");
    throw error;
  }
}

function requireKeys(handle: Handle, migration: Migration) {
  const broken = handle.pragma("foreign_key_check") as { table: string; parent: string }[];
  const [first] = broken;
  if (first) throw new Error(`Migration ${migration.number} leaves ${broken.length} rows of ${first.table} without their ${first.parent}`);
}

function requireRows({ number, expectations }: Migration, before: Map<string, number>, after: Map<string, number>) {
  for (const table of new Set([...before.keys(), ...after.keys(), ...expectations.keys()])) {
    const expected = expectations.get(table) ?? 0;
    const change = after.has(table) ? after.get(table)! - (before.get(table) ?? 0) : "gone";
    if (expected !== "any" && expected !== change) throw new Error(`Migration ${number} changes ${table} by ${change} rows, not by ${expected}`);
  }
}

/** Virtual tables and their shadows are derived, so they are not counted. */
export function countRows(handle: Handle): Map<string, number> {
  const tables = handle
    .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and name not glob 'sqlite_*'")
    .pluck()
    .all() as string[];
  const counted = tables.filter((table) => table !== "schema_versions");
  return new Map(counted.map((table) => [table, handle.prepare(`select count(*) from "${table}"`).pluck().get() as number]));
}

export function remember(handle: Handle, { number, name, sha256 }: Migration, now: number) {
  handle.exec(
    "create table if not exists schema_versions (number integer primary key, name text not null, sha256 text not null, applied_at integer not null) strict",
  );
  handle.prepare("insert into schema_versions values (?, ?, ?, ?)").run(number, name, sha256, now);
  handle.pragma(`application_id = ${applicationId}`);
}
