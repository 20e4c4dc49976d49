import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, type Handle, openDatabase } from "@/db/open";
import { startOver } from "@/db/start-over";
import { write } from "@/db/write";
import { fillExample } from "@/lib/example/fill";

function schemaOf(handle: Handle) {
  return handle.prepare("select type, name, sql from sqlite_schema where name not glob 'sqlite_*' order by type, name").all();
}

function countsOf(handle: Handle) {
  return handle.prepare("select (select count(*) from accounts) + (select count(*) from events) + (select count(*) from search_words)").pluck().get();
}

test("a company is taken away whole, or not at all", () => {
  const fresh = openDatabase(":memory:");
  applyMigrations(fresh);
  const handle = openDatabase(":memory:");
  applyMigrations(handle);
  const db = connect(handle);
  const fill = () => write(db, (tx) => fillExample(tx, { pack: "BO", asOf: "2026-11-01", passwordHash: "x" }));
  fill();
  const before = countsOf(handle);

  expect(startOver(handle, { now: 1, isAllowed: () => false, fill: () => undefined })).toBe(false);
  const stop = () => {
    throw new Error("in the middle");
  };
  expect(() => startOver(handle, { now: 1, isAllowed: () => true, fill: stop })).toThrow("in the middle");
  expect([countsOf(handle), handle.pragma("foreign_keys", { simple: true })]).toEqual([before, 1]);

  expect(startOver(handle, { now: 1, isAllowed: () => true, fill: () => undefined })).toBe(true);
  expect(schemaOf(handle)).toEqual(schemaOf(fresh));
  expect([countsOf(handle), handle.pragma("integrity_check", { simple: true })]).toEqual([0, "ok"]);
  expect(applyMigrations(handle)).toEqual([]);
  fill();
  expect(countsOf(handle)).toBe(before);
}, 120_000);

test("what finds the file held by another leaves the connection as it was", () => {
  const path = join(mkdtempSync(join(tmpdir(), "cartera-")), "cartera.sqlite");
  const handle = openDatabase(path);
  applyMigrations(handle);
  const other = openDatabase(path);
  handle.pragma("busy_timeout = 10");
  other.exec("begin immediate");
  const settings = () => [handle.pragma("foreign_keys", { simple: true }), handle.pragma("secure_delete", { simple: true })];
  expect(() => startOver(handle, { now: 1, isAllowed: () => true, fill: () => undefined })).toThrow("locked");
  expect(settings()).toEqual([1, 0]);
  other.close();
  expect(startOver(handle, { now: 1, isAllowed: () => true, fill: () => undefined })).toBe(true);
  expect(settings()).toEqual([1, 0]);
  handle.close();
  rmSync(dirname(path), { recursive: true });
});
