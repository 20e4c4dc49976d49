import { readFileSync } from "node:fs";
import SqliteDatabase from "better-sqlite3";
import { expect, test } from "vitest";
import { promise } from "@/tests/support/promise";

type Entry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
};

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
  uuid: "11.1.1",
  nanoid: "3.3.19",
};

const banned = ["xlsx", "exceljs", "jsonwebtoken", "serialize-javascript", "request", "axios", "puppeteer", "wkhtmltopdf", "html-pdf"];

/** What may stand in a program that is given away under MIT. Sharp's libraries are linked, not copied in. */
const licenses = /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|CC-BY-4\.0|LGPL-3\.0-or-later)$/;

/** Their package files name no licence; the licence files beside them say MIT. */
const unnamed = ["node_modules/cldrjs", "node_modules/png-js"];

/** Whoever installs lets only these run something: Node brings its own binary, esbuild looks at its own. */
const rebuilt = ["esbuild", "node"];

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

test("every package is held to its bytes", () => {
  expect(entries.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
});

test("what is shipped is under licences we know", () => {
  const shipped = entries.filter(([path, { dev }]) => !dev && !unnamed.includes(path));
  const known = (license = "") => license.split(" AND ").every((one) => licenses.test(one));
  expect(shipped.filter(([, { license }]) => !known(license)).map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  expect([known("GPL-3.0"), known("MIT AND AGPL-3.0"), known(undefined)]).toEqual([false, false, false]);
  promise("O7", `${entries.length} packages by their bytes, ${shipped.length} licences on the list, ${Object.keys(floors).length} floors held`);
});

test("only the packages we name run something when they are installed", () => {
  const { allowScripts } = JSON.parse(readFileSync("package.json", "utf8")) as { allowScripts: Record<string, boolean> };
  const scripted = entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.split("node_modules/").at(-1)!);
  expect([...new Set(scripted)].sort()).toEqual(rebuilt);
  expect(Object.keys(allowScripts).sort()).toEqual(rebuilt);
});

test("the SQLite inside is new enough", () => {
  const version = new SqliteDatabase(":memory:").prepare("select sqlite_version()").pluck().get() as string;
  expect(version.localeCompare("3.51.3", "en", { numeric: true })).toBeGreaterThanOrEqual(0);
});
