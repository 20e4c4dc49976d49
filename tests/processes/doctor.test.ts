import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, type Handle, openDatabase } from "@/db/open";
import { write } from "@/db/write";
import { exampleFiles } from "@/lib/example/files";
import { fillExample } from "@/lib/example/fill";
import { emptyFolder } from "../support/server";

let folder: string;
let handle: Handle;

beforeAll(async () => {
  folder = emptyFolder();
  process.env.DATA_DIR = folder;
  handle = openDatabase(join(folder, "cartera.sqlite"));
  applyMigrations(handle);
  const files = await exampleFiles();
  write(connect(handle), (tx) => fillExample(tx, { pack: "MX", asOf: "2026-11-01", passwordHash: "x", files }));
  writeFileSync(join(folder, "secret"), "x".repeat(64), { mode: 0o600 });
  chmodSync(folder, 0o700);
});

afterAll(() => handle.close());

test("all is well with a company nobody tampered with; looking changes nothing but to note what it found of the log", () => {
  const before = contents();
  const { status, stdout, stderr } = examine();
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^bien {2}versión de Node +\d+\./m);
  expect(stdout).toMatch(/\d+ comprobaciones, todo en orden\.\n$/);
  expect(stdout).not.toContain("MAL");
  expect(stdout).toMatch(/^bien {2}la bitácora está completa y nadie la cambió +\d+ sucesos$/m);
  expect(contents()).toEqual(before);
  const [look] = handle.prepare("select json(progress) from outbox where kind = 'events.verify' and state = 'done'").pluck().all() as string[];
  expect(JSON.parse(look!)).toMatchObject({ since: 0, until: handle.prepare("select max(id) from events").pluck().get(), isEnd: true });
});

test("what is wrong is told by its name, and nothing else", () => {
  handle.exec("drop trigger events_not_changed");
  const told = {
    "esquema de los datos al día": "update schema_versions set sha256 = 'x' || sha256 where number = 3",
    "el secreto está y es privado": "",
    "el reloj va hacia adelante": "",
    "lo guardado de una cuenta es lo que dicen sus documentos": "update account_balances set invoiced_minor = invoiced_minor + 1 where rowid = 1",
    "quién alcanza una cuenta es lo que dice la regla": "delete from account_access where account_id = 1",
    "la búsqueda encuentra lo que hay (search_words)": "",
    "la búsqueda encuentra lo que hay (search_fragments)": "",
    "la bitácora está completa y nadie la cambió": "update events set at = at + 1 where id = 9",
  };
  handle.exec(Object.values(told).filter(Boolean).join(";"));
  chmodSync(join(folder, "secret"), 0o644);
  const { status, stdout } = examine(["--import", `data:text/javascript,Date.now=()=>${Date.UTC(2020, 0, 1)}`]);
  expect(status).toBe(1);
  expect(stdout.split("\n").flatMap((line) => (line.startsWith("MAL") ? line.slice(6).split(/ {2,}/)[0]! : []))).toEqual(Object.keys(told));
});

test("a folder without data is said to be one", () => {
  const { status, stderr } = examine([], emptyFolder());
  expect([status, stderr]).toEqual([66, expect.stringContaining("No hay datos de Cartera")]);
});

/** Every row of every table but the jobs, where the look itself is noted. */
function contents() {
  const tables = handle.prepare("select name from sqlite_schema where type = 'table' and name not in ('outbox', 'sqlite_sequence') order by 1").pluck().all();
  return (tables as string[]).map((table) =>
    createHash("sha256")
      .update(JSON.stringify(handle.prepare(`select * from "${table}"`).all()))
      .digest("hex"),
  );
}

function examine(flags: string[] = [], where = folder) {
  return spawnSync(process.execPath, [...flags, join("dist", "doctor.mjs")], { encoding: "utf8", env: { ...process.env, DATA_DIR: where } });
}
