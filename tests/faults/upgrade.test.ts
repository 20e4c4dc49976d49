import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { applyMigrations, migrate } from "@/db/migrate";
import { migrationsFolder, migrationsIn } from "@/db/migration-files";
import { openDatabase } from "@/db/open";
import { promise } from "../support/promise";
import { emptyFolder } from "../support/server";
import { stateOf, survive } from "./killed-upgrades";
import { contentOf, freshSchema, releases, schemaOf, unexplained, unpacked } from "./upgrades";

const newest = migrationsIn(migrationsFolder).length;

test.each(releases)("the data of $name arrive whole, with a copy of before", ({ name, bytes }) => {
  const path = unpacked(bytes);
  const old = openDatabase(path);
  const before = contentOf(old);
  const version = old.prepare("select count(*) from schema_versions").pluck().get() as number;
  old.close();
  const few = [...before].filter(([, { rows }]) => rows.length < 200).map(([table]) => table);
  expect(few).toEqual(["company"]);

  const applied = migrate(path, { now: 1 });
  expect(applied).toEqual(Array.from({ length: newest - version }, (_, place) => version + 1 + place));
  const handle = openDatabase(path);
  expect(handle.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(unexplained(before, contentOf(handle), version)).toEqual([]);
  expect(schemaOf(handle)).toBe(freshSchema());
  handle.close();

  const bytesAfter = readFileSync(path);
  expect(migrate(path, { now: 2 })).toEqual([]);
  expect(readFileSync(path).equals(bytesAfter)).toBe(true);

  const copy = openDatabase(join(dirname(path), "backups", `before-${String(version + 1).padStart(4, "0")}.sqlite`));
  expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(unexplained(before, contentOf(copy), Number.POSITIVE_INFINITY)).toEqual([]);
  const rows = [...before.values()].reduce((sum, one) => sum + one.rows.length, 0);
  promise("D8", `${name}: ${rows} rows in ${before.size} tables over ${applied.length} migrations, 0 unexplained changes`);
});

test("twelve kills in the middle of an upgrade lose nothing", async () => {
  promise("D8", await survive(12));
}, 300_000);

test("the same look turns red for a file that a killed upgrade left neither old nor new", () => {
  const path = unpacked(releases[0]!.bytes);
  const handle = openDatabase(path);
  const before = contentOf(handle);
  expect(stateOf(path, before, "as it was")).toBe(1);
  handle.exec("delete from burned_numbers where id = (select min(id) from burned_numbers)");
  expect(() => stateOf(path, before, "one row less")).toThrow("one row less");
  handle.close();
});

test("data of a newer version are refused by name, and left as they are", () => {
  const path = join(emptyFolder(), "cartera.sqlite");
  migrate(path, { now: 1 });
  const before = readFileSync(path);
  const older = emptyFolder();
  cpSync(join(migrationsFolder, "0001-ground.sql"), join(older, "0001-ground.sql"));
  expect(() => migrate(path, { folder: older, now: 2 })).toThrow(
    `Los datos son de una versión más nueva de Cartera (esquema ${newest}; este programa conoce hasta el 1).`,
  );
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("a migration that drops a row is told by its manifest, and one that writes over a column by the comparison", () => {
  const path = unpacked(releases[0]!.bytes);
  migrate(path, { now: 1 });
  const before = contentOf(openDatabase(path));
  const next = (name: string, sql: string) => {
    const folder = emptyFolder();
    cpSync(migrationsFolder, folder, { recursive: true });
    writeFileSync(join(folder, `${String(newest + 1).padStart(4, "0")}-${name}.sql`), sql);
    return folder;
  };

  const drops = next("drop", "delete from burned_numbers where id = 7;");
  expect(() => migrate(path, { folder: drops, now: 2 })).toThrow(`Migration ${newest + 1} changes burned_numbers by -1 rows, not by 0`);
  const handle = openDatabase(path);
  expect(unexplained(before, contentOf(handle), newest)).toEqual([]);

  const spoils = next("spoil", "update catalog_items set unit = 'otra' where id = 1007;");
  applyMigrations(handle, { folder: spoils, now: 2 });
  expect(unexplained(before, contentOf(handle), newest, spoils)).toEqual(["catalog_items says something else"]);
});
