import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { countRows, migrate } from "@/db/migrate";
import { connect, openDatabase } from "@/db/open";
import { write } from "@/db/write";
import { dayOf, isDay } from "@/lib/core/dates";
import { type ExamplePack, examplePacks, examples } from "@/lib/example/companies";
import { exampleFiles } from "@/lib/example/files";
import { fillExample, type Login } from "@/lib/example/fill";
import { hashPassword } from "@/lib/web/auth/passwords";

const usage = "Uso: npm run demo [-- --pack mx|co|uy|bo|ve] [--as-of AAAA-MM-DD]";
const roles: Record<Login["role"], string> = {
  administrator: "Administra",
  manager: "Gerencia",
  rep: "Vende",
  billing: "Factura y cobra",
  readOnly: "Solo lectura",
  customer: "Cliente (portal)",
};

await demo();

async function demo() {
  const asked = readOptions();
  if (asked === undefined) {
    console.error(usage);
    process.exitCode = 64;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "cartera-ejemplo-"));
  try {
    await serve(folder, asked);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOptions(): { pack: ExamplePack; asOf: string } | undefined {
  const { values } = parseArgs({ options: { pack: { type: "string", default: "mx" }, "as-of": { type: "string" } } });
  const pack = examplePacks.find((one) => one === values.pack.toUpperCase());
  const asOf = values["as-of"] ?? (pack && dayOf(Date.now(), examples[pack].zone));
  return pack && asOf && isDay(asOf) ? { pack, asOf } : undefined;
}

async function serve(folder: string, { pack, asOf }: { pack: ExamplePack; asOf: string }) {
  const password = randomBytes(9).toString("base64url");
  const logins = await fill(folder, { pack, asOf, password });
  // Apart from the terminal's group: we are told to stop, and tell it once.
  const server = spawn(process.execPath, ["--enable-source-maps", join("dist", "supervisor.mjs")], {
    env: { ...process.env, PORT: process.env.PORT ?? "0", DATA_DIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const ended = once(server, "exit") as Promise<[number | null]>;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.kill("SIGTERM"));
  for await (const line of createInterface(server.stdout)) {
    console.log(line);
    const [, url] = /lista en (\S+)/.exec(line) ?? [];
    if (url) announce(folder, { url, pack, password, logins });
  }
  const [code] = await ended;
  process.exitCode = code ?? 1;
}

async function fill(folder: string, { pack, asOf, password }: { pack: ExamplePack; asOf: string; password: string }): Promise<Login[]> {
  const path = join(folder, "cartera.sqlite");
  migrate(path, { now: Date.now() });
  const passwordHash = await hashPassword(password);
  const handle = openDatabase(path);
  // Nobody keeps this folder: what a power cut would take is made again.
  handle.pragma("synchronous = OFF");
  process.env.DATA_DIR = folder;
  const startedAt = performance.now();
  const files = await exampleFiles();
  const { logins } = write(connect(handle), (tx) => fillExample(tx, { pack, asOf, passwordHash, files }));
  const seconds = (performance.now() - startedAt) / 1000;
  const rows = [...countRows(handle).values()].reduce((sum, count) => sum + count, 0);
  handle.close();
  console.log(`${examples[pack].name}: ${rows} filas en ${seconds.toFixed(1).replace(".", ",")} s.`);
  return logins;
}

function announce(folder: string, { url, pack, password, logins }: { url: string; pack: ExamplePack; password: string; logins: Login[] }) {
  const told = { url, pack, password, logins };
  writeFileSync(join(folder, "logins.json"), `${JSON.stringify(told, null, 2)}\n`, { mode: 0o600 });
  const widest = Math.max(...logins.map(({ email }) => email.length));
  const lines = logins.map(({ role, name, email }) => `  ${email.padEnd(widest)}  ${roles[role].padEnd(17)}${name}`);
  console.log(`\n${lines.join("\n")}\n\n  Contraseña de todos: ${password}\n  También en ${join(folder, "logins.json")}`);
  console.log("  Al detenerlo (Ctrl-C) se borra todo.\n");
}
