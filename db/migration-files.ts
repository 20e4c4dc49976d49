import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Migration = { number: number; name: string; sql: string; sha256: string; expectations: Map<string, Expectation> };
export type Expectation = number | "any" | "gone";

const filePattern = /^(\d{4})-([a-z0-9-]+)\.sql$/;
const expectPattern = /^--\s*expect:\s*(\w+)\s+(?:([+-]\d+)|(any|gone))\s*$/gm;
const read = new Map<string, Migration[]>();

export const migrationsFolder = join(process.cwd(), "db", "migrations");

/** The migrations of a folder, in order. Each folder is read once per process. */
export function migrationsIn(folder: string): Migration[] {
  const known = read.get(folder);
  if (known) return known;

  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => migrationFrom(folder, file));
  migrations.forEach((migration, place) => {
    if (migration.number !== place + 1)
      throw new Error(`Migrations must count 1, 2, 3…; ${migration.name} is number ${migration.number} at place ${place + 1}`);
  });
  read.set(folder, migrations);
  return migrations;
}

function migrationFrom(folder: string, file: string): Migration {
  const [, number, name] = filePattern.exec(file) ?? [];
  if (!number || !name) throw new Error(`A migration is named NNNN-name.sql, not ${file}`);
  const sql = readFileSync(join(folder, file), "utf8");
  return { number: Number(number), name, sql, sha256: createHash("sha256").update(sql).digest("hex"), expectations: expectationsIn(sql) };
}

function expectationsIn(sql: string) {
  const lines = [...sql.matchAll(expectPattern)];
  return new Map(lines.map(([, table, change, word]) => [table!, change ? Number(change) : (word as "any" | "gone")]));
}
