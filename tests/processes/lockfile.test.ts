import { readFileSync } from "node:fs";
import SqliteDatabase from "better-sqlite3";
import { expect, test } from "vitest";

type Entry = { version?: string; resolved?: string; link?: boolean; optionalDependencies?: Record<string, string> };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };
const entries = Object.entries(lock.packages).filter(([path]) => path !== "");

/** Below these stand known holes. */
const floors = {
  next: "16.3.6",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "next-auth": "4.24.15",
  nodemailer: "10.0.6",
  "drizzle-orm": "0.45.2",
  "better-sqlite3": "13.2.0",
  sharp: "0.35.5",
};

const banned = ["xlsx", "exceljs", "serialize-javascript", "request", "axios"];

test.each(Object.entries(floors))("%s is at least %s, everywhere", (name, floor) => {
  const versions = entries.filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([, { version }]) => version!);
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => version.localeCompare(floor, "en", { numeric: true }) < 0)).toEqual([]);
});

test("every optional dependency has its entry, or a clean install breaks", () => {
  const optional = entries.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
  expect(optional.length).toBeGreaterThan(10);
  expect(optional.filter((name) => !entries.some(([path]) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
});

test("no package names a place of its own to be fetched from, and none is banned", () => {
  expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(entries.filter(([path]) => banned.some((name) => path === `node_modules/${name}`)).map(([path]) => path)).toEqual([]);
});

test("the SQLite inside is new enough", () => {
  const version = new SqliteDatabase(":memory:").prepare("select sqlite_version()").pluck().get() as string;
  expect(version.localeCompare("3.51.3", "en", { numeric: true })).toBeGreaterThanOrEqual(0);
});
