import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrate } from "@/db/migrate";
import { openDatabase, requireSqlite } from "@/db/open";
import { fontFile } from "@/lib/documents/pdf/font-files";
import { requireLocal } from "@/scripts/supervisor/data-folder";
import { requireFonts } from "@/scripts/supervisor/fonts";
import { promise } from "../support/promise";
import { emptyFolder, refusedStart } from "../support/server";

type Refusal = { code: number | null; sentences: string[] };
type Start = [name: string, code: number, sentence: RegExp, start: () => Refusal | Promise<Refusal>];

/** What cannot be had on this machine is asked of the check itself, which the start calls. */
const starts: Start[] = [
  ["damaged data", 65, /^La base de datos cartera\.sqlite está dañada; restaure un respaldo\.$/, () => withData((path) => scribble(path))],
  ["data of something else", 65, /^El archivo cartera\.sqlite no es de Cartera;/, () => withData((path) => writeFileSync(path, "no es una base".repeat(100)))],
  ["a folder that takes no write", 73, /^No se puede escribir en la carpeta de datos \/proc\/self\.$/, () => refusedStart({ env: { DATA_DIR: "/proc/self" } })],
  ["an old SQLite", 78, /^Cartera necesita SQLite 3\.51\.3 o posterior y encontró 3\.45\.1\.$/, () => refusalOf(() => requireSqlite("3.45.1"))],
  [
    "a newer schema",
    78,
    /^Los datos son de una versión más nueva de Cartera \(esquema \d+;/,
    () => withRow("insert into schema_versions values (9999, 'future', 'x', 0)"),
  ],
  ["another edition of a migration", 78, /otra edición de la migración 1;/, () => withRow("update schema_versions set sha256 = 'x' where number = 1")],
  ["a missing font", 70, /^Falta la letra noto-sans-latin-400 de los documentos;/, () => refusalOf(() => requireFonts(missingFont))],
  ["a busy port", 69, /^El puerto \d+ está ocupado; elija otro con PORT\.$/, onBusyPort],
  ["a short secret", 78, /no contiene un secreto de al menos 32 caracteres\.$/, withShortSecret],
  ["a wrong address", 78, /^APP_URL debe ser la dirección completa de Cartera,/, () => refusedStart({ env: { APP_URL: "cartera.ejemplo.com" } })],
  ["a network disk", 78, /^La carpeta \/datos está en un disco de red; use un disco local\.$/, () => refusalOf(() => requireLocal("/datos", 0x6969))],
  ["an old Node", 78, /^Cartera necesita Node 24 y está corriendo en Node 20\.19\.2;/, onOldNode],
];

test("twelve starts that cannot work end with their code and one sentence", async () => {
  for (const [name, code, sentence, start] of starts) {
    const refusal = await start();
    expect([name, refusal.code, refusal.sentences.length]).toEqual([name, code, 1]);
    expect(refusal.sentences[0], name).toMatch(sentence);
  }
  promise("O5", `${starts.length} bad starts, each with its exit code and one sentence`);
}, 180_000);

test("what is there and new enough passes the same checks", () => {
  expect(refusalOf(() => requireSqlite("3.51.3")).code).toBeNull();
  expect(refusalOf(() => requireFonts()).code).toBeNull();
  expect(refusalOf(() => requireLocal("/datos", 0xef53)).code).toBeNull();
});

function refusalOf(check: () => void): Refusal {
  try {
    check();
    return { code: null, sentences: [] };
  } catch (error) {
    const { message, exitCode } = error as Error & { exitCode: number };
    return { code: exitCode, sentences: message.split("\n") };
  }
}

function withData(spoil: (path: string) => void): Promise<Refusal> {
  const folder = emptyFolder();
  const path = join(folder, "cartera.sqlite");
  migrate(path, { now: 1 });
  spoil(path);
  return refusedStart({ env: { DATA_DIR: folder } });
}

function withRow(sql: string) {
  return withData((path) => {
    const handle = openDatabase(path);
    handle.exec(sql);
    handle.close();
  });
}

/** The header stays, so that it is still a SQLite file; what follows is noise, and half of it is gone. */
function scribble(path: string) {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 100, 4096);
  writeFileSync(path, bytes);
  truncateSync(path, Math.floor(bytes.length / 2));
}

async function onBusyPort(): Promise<Refusal> {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const refusal = await refusedStart({ env: { PORT: String((other.address() as AddressInfo).port) } });
  other.close();
  return refusal;
}

function withShortSecret(): Promise<Refusal> {
  const folder = emptyFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "secret"), "corto");
  return refusedStart({ env: { DATA_DIR: folder } });
}

function onOldNode(): Refusal {
  const here = `${process.cwd()}/scripts/stamp.mjs`;
  const source = readFileSync("scripts/start.mjs", "utf8").replaceAll("process.versions.node", '"20.19.2"').replace("./stamp.mjs", here);
  const copy = join(emptyFolder(), "start.mjs");
  writeFileSync(copy, source);
  try {
    execFileSync(process.execPath, [copy], { stdio: "pipe" });
    return { code: 0, sentences: [] };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: Buffer };
    return { code: status, sentences: stderr.toString().trim().split("\n") };
  }
}

function missingFont(subset: string, weight: number) {
  return `${fontFile(subset, weight)}.absent`;
}
