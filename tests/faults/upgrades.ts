import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { applyMigrations } from "@/db/migrate";
import { migrationsFolder, migrationsIn } from "@/db/migration-files";
import { type Handle, openDatabase } from "@/db/open";
import { tablesOf } from "../support/filled";
import { emptyFolder } from "../support/server";

const folder = join("tests", "data", "db");

/** A filled company of each released version, as it was left. */
export const releases = readdirSync(folder)
  .filter((name) => name.endsWith(".sqlite.gz"))
  .map((name) => ({ name: name.replace(".sqlite.gz", ""), bytes: gunzipSync(readFileSync(join(folder, name))) }));

export function unpacked(bytes: Buffer): string {
  const path = join(emptyFolder(), "cartera.sqlite");
  writeFileSync(path, bytes);
  return path;
}

export type Content = Map<string, Table>;
type Table = { columns: string[]; rows: unknown[][] };

/** Every row of every table, by the columns it has. */
export function contentOf(handle: Handle): Content {
  const tables = tablesOf({ $client: handle }).filter((table) => table !== "schema_versions");
  return new Map(
    tables.map((table) => {
      const columns = handle.prepare("select name from pragma_table_info(?)").pluck().all(table) as string[];
      return [table, { columns, rows: handle.prepare(`select * from "${table}"`).raw().all() as unknown[][] }];
    }),
  );
}

/** What differs beyond what the migrations after `version` announce: rows by `-- expect:`, columns written anew by `-- rewrites: table.column`. */
export function unexplained(before: Content, after: Content, version: number, migrationsAt = migrationsFolder): string[] {
  const migrations = migrationsIn(migrationsAt).slice(version);
  const rewritten = new Set(migrations.flatMap(({ sql }) => [...sql.matchAll(/^--\s*rewrites:\s*(\w+\.\w+)\s*$/gm)].map(([, column]) => column!)));
  return [...before].flatMap(([table, old]) => {
    const expected = migrations.map(({ expectations }) => expectations.get(table) ?? 0);
    const fresh = after.get(table);
    if (!fresh) return expected.includes("gone") ? [] : [`${table} is gone`];
    if (expected.includes("any")) return [];
    const gained = fresh.rows.length - old.rows.length;
    const announced = expected.reduce<number>((sum, one) => sum + (one as number), 0);
    if (gained !== announced) return [`${table} gained ${gained} rows, not ${announced}`];
    if (announced !== 0) return [];
    const kept = old.columns.filter((column) => fresh.columns.includes(column) && !rewritten.has(`${table}.${column}`));
    return hashOf(old, kept) === hashOf(fresh, kept) ? [] : [`${table} says something else`];
  });
}

function hashOf({ columns, rows }: Table, kept: string[]): string {
  const places = kept.map((column) => columns.indexOf(column));
  const texts = rows.map((row) => JSON.stringify(places.map((place) => row[place])));
  return createHash("sha256").update(texts.sort().join("\n")).digest("hex");
}

/** The schema as a new installation has it. */
export function freshSchema(): string {
  const handle = openDatabase(":memory:");
  applyMigrations(handle);
  return schemaOf(handle);
}

export function schemaOf(handle: Handle): string {
  const rows = handle.prepare("select type, name, tbl_name, sql from sqlite_schema where name not glob 'sqlite_*' order by type, name").raw().all();
  return JSON.stringify(rows).replace(/\s+/g, " ");
}

/** Migrates in a process of its own, killed when `moment` comes. Says whether it had ended, and how long it took. */
export async function migrateAndDie(program: string, path: string, moment: () => Promise<false>): Promise<{ ended: boolean; tookMs: number }> {
  const child = fork(program, [path]);
  await once(child, "message");
  const startedAt = performance.now();
  child.send("go");
  const done = once(child, "message").then(() => true);
  const ended = await Promise.race([done, moment()]);
  const tookMs = performance.now() - startedAt;
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return { ended, tookMs };
}

/** A while after the start. */
export function after(ms: number) {
  return () => pause(ms, false as const);
}

/** A while after the copy of before has its name: the migrations run now. */
export function afterCopy(path: string, ms: number) {
  const copies = join(dirname(path), "backups");
  return async () => {
    while (!existsSync(copies) || !readdirSync(copies).some((name) => name.endsWith(".sqlite"))) await pause(1);
    return pause(ms, false as const);
  };
}
