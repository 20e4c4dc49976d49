import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeDatabase, database } from "@/db/client";
import { applyMigrations, migrate } from "@/db/migrate";
import { connect, openDatabase } from "@/db/open";
import { DatabaseRefusal } from "@/db/refusal";
import { write } from "@/db/write";

const parents = "create table parents (id integer primary key, name text not null) strict;";
const children = "create table children (id integer primary key, parent_id integer not null references parents (id) on delete cascade) strict;";
const seeded = "-- expect: parents +1\n-- expect: children +3\ninsert into parents values (1, 'Acme'); insert into children values (1, 1), (2, 1), (3, 1);";
const ground = `${parents}\n${children}\n${seeded}`;
const rebuild = `create table parents_new (id integer primary key, name text not null, note text) strict;
insert into parents_new (id, name) select id, name from parents; drop table parents; alter table parents_new rename to parents;`;

test("every setting holds on the open file", () => {
  const handle = openDatabase(join(emptyFolder(), "a.sqlite"));
  const found = ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "mmap_size", "busy_timeout", "temp_store"].map((name) =>
    handle.pragma(name, { simple: true }),
  );
  expect(found).toEqual(["wal", 2, 1, 0, 1, 0, 5000, 2]);
});

test("an old file reopened is still synchronous FULL", () => {
  const path = join(emptyFolder(), "a.sqlite");
  openDatabase(path).close();
  expect(openDatabase(path).pragma("synchronous", { simple: true })).toBe(2);
});

test("rebuilding a parent keeps its children, and a copy stands from before", () => {
  const path = fileWith({ "0001-ground.sql": ground });
  const folder = migrationsOf({ "0001-ground.sql": ground, "0002-note.sql": rebuild });

  expect(migrate(path, { folder, now: 1 })).toEqual([2]);
  expect(countOf(path, "children")).toBe(3);
  expect(countOf(join(path, "../backups/before-0002.sqlite"), "children")).toBe(3);
  expect(migrate(path, { folder, now: 2 })).toEqual([]);
});

test("the same SQL with foreign keys on inside the transaction loses them: the danger is real", () => {
  const handle = openDatabase(":memory:");
  handle.exec(`${ground}; begin; ${rebuild}; commit`);
  expect(handle.prepare("select count(*) from children").pluck().get()).toBe(0);
});

test("a migration that loses rows without saying so is rolled back", () => {
  const path = fileWith({ "0001-ground.sql": ground });
  const folder = migrationsOf({ "0001-ground.sql": ground, "0002-loses.sql": "delete from children where id = 2;" });

  expect(() => migrate(path, { folder, now: 1 })).toThrow("changes children by -1 rows, not by 0");
  expect(countOf(path, "children")).toBe(3);
});

test("a migration that leaves orphans is rolled back", () => {
  const path = fileWith({ "0001-ground.sql": ground });
  const folder = migrationsOf({ "0001-ground.sql": ground, "0002-orphans.sql": "-- expect: parents -1\ndelete from parents;" });

  expect(() => migrate(path, { folder, now: 1 })).toThrow("without their parents");
  expect(countOf(path, "parents")).toBe(1);
});

test("a newer schema is refused with a sentence", () => {
  const path = fileWith({ "0001-ground.sql": ground, "0002-note.sql": rebuild });
  const older = migrationsOf({ "0001-ground.sql": ground });
  expect(() => migrate(path, { folder: older, now: 1 })).toThrow("versión más nueva");
});

test("an edited migration is refused", () => {
  const path = fileWith({ "0001-ground.sql": ground });
  const edited = migrationsOf({ "0001-ground.sql": `${ground}\n-- edited` });
  expect(() => migrate(path, { folder: edited, now: 1 })).toThrow("otra edición de la migración 1");
});

test.each([
  ["another program's database", () => foreignDatabase()],
  ["a file that is no database", () => textFile()],
])("%s is refused and stays as it was", (_name, make) => {
  const path = make();
  const before = readFileSync(path);
  const refused = () => migrate(path, { folder: migrationsOf({ "0001-ground.sql": ground }), now: 1 });

  expect(refused).toThrow(DatabaseRefusal);
  expect(refused).toThrow("no es de Cartera");
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(existsSync(`${path}-wal`)).toBe(false);
});

test("memory databases take the same migrations", () => {
  const handle = openDatabase(":memory:");
  expect(applyMigrations(handle, { folder: migrationsOf({ "0001-ground.sql": ground, "0002-note.sql": rebuild }) })).toEqual([1, 2]);
  expect(handle.pragma("foreign_keys", { simple: true })).toBe(1);
});

test("a transaction takes the lock at once, and may not wait for anything", () => {
  const db = connect(openDatabase(join(emptyFolder(), "a.sqlite")));
  expect(write(db, (tx) => tx.get<{ one: number }>(sql`select 1 as one`))).toEqual({ one: 1 });
  // @ts-expect-error an async change would be committed before it ended
  expect(() => write(db, async () => 1)).toThrow("cannot return a promise");
});

test("only this process's one connection is handed out, and let go of cleanly", () => {
  process.env.DATA_DIR = emptyFolder();
  const first = database();
  first.$client.exec("create table a (id integer primary key)");
  expect(database()).toBe(first);

  closeDatabase();
  expect(existsSync(join(process.env.DATA_DIR, "cartera.sqlite-wal"))).toBe(false);
  expect(database()).not.toBe(first);
  closeDatabase();
});

function emptyFolder() {
  return mkdtempSync(join(tmpdir(), "cartera-"));
}

function migrationsOf(files: Record<string, string>) {
  const folder = join(emptyFolder(), "migrations");
  mkdirSync(folder);
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return folder;
}

function fileWith(files: Record<string, string>) {
  const path = join(emptyFolder(), "cartera.sqlite");
  migrate(path, { folder: migrationsOf(files), now: 1 });
  return path;
}

function foreignDatabase() {
  const path = join(emptyFolder(), "cartera.sqlite");
  const handle = new SqliteDatabase(path);
  handle.exec("create table songs (id integer primary key)");
  handle.close();
  return path;
}

function textFile() {
  const path = join(emptyFolder(), "cartera.sqlite");
  writeFileSync(path, "Lista de compras: pan, leche y café.\n".repeat(100));
  return path;
}

function countOf(path: string, table: string) {
  const handle = openDatabase(path);
  const count = handle.prepare(`select count(*) from "${table}"`).pluck().get();
  handle.close();
  return count;
}
