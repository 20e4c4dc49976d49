import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { countRows, migrate } from "@/db/migrate";
import { type Handle, openDatabase } from "@/db/open";
import { DatabaseRefusal } from "@/db/refusal";
import { RuleError } from "@/lib/core/errors";
import { hashPassword } from "@/lib/web/auth/passwords";
import { seedBench } from "./seed/bench";
import { ensureSecret, lockDataFolder, prepareDataFolder } from "./supervisor/data-folder";
import { StartRefusal } from "./supervisor/exit";

const usage = "Uso: npm run seed -- --scenario bench --accounts 1000 --data CARPETA [--password CLAVE]";
const { values } = parseArgs({
  options: { scenario: { type: "string" }, accounts: { type: "string" }, data: { type: "string" }, password: { type: "string" } },
});

try {
  await seed();
} catch (error) {
  console.error(
    error instanceof RuleError
      ? "Esa carpeta ya tiene una empresa."
      : error instanceof DatabaseRefusal || error instanceof StartRefusal
        ? error.message
        : error,
  );
  process.exitCode = error instanceof DatabaseRefusal || error instanceof StartRefusal ? error.exitCode : 70;
}

async function seed() {
  const accounts = Number(values.accounts);
  if (values.scenario !== "bench" || values.data === undefined || !Number.isSafeInteger(accounts) || accounts < 10) throw new StartRefusal(usage, 64);
  const folder = resolve(values.data);
  prepareDataFolder(folder);
  const lock = lockDataFolder(folder);
  ensureSecret(folder);
  migrate(join(folder, "cartera.sqlite"), { now: Date.now() });

  const startedAt = performance.now();
  const handle = openDatabase(join(folder, "cartera.sqlite"));
  // Nobody reads a half-made seed; one that was cut short is made again.
  for (const setting of ["locking_mode = EXCLUSIVE", "journal_mode = MEMORY", "synchronous = OFF", "cache_size = -1000000", "threads = 2"])
    handle.pragma(setting);
  seedBench(handle, { accounts, passwordHash: values.password === undefined ? "" : await hashPassword(values.password) });
  const seconds = (performance.now() - startedAt) / 1000;
  report(handle, { accounts, seconds });
  for (const setting of ["locking_mode = NORMAL", "journal_mode = WAL"]) handle.pragma(setting);
  handle.close();
  lock.close();
}

/** Search is two entries for each name it finds; they are told apart and not counted as rows. */
function report(handle: Handle, { accounts, seconds }: { accounts: number; seconds: number }) {
  const counts = [...countRows(handle).values()];
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const entries = handle.prepare("select (select count(*) from search_words) + (select count(*) from search_fragments)").pluck().get() as number;
  const { user, system } = process.cpuUsage();
  const cpu = (user + system) / 1e6;
  const bytes = (handle.pragma("page_count", { simple: true }) as number) * (handle.pragma("page_size", { simple: true }) as number);
  const figure = (value: number) => value.toLocaleString("es", { maximumFractionDigits: 1, useGrouping: "always" });
  console.log(
    `${figure(accounts)} cuentas: ${figure(rows)} filas y ${figure(entries)} entradas de búsqueda en ${figure(seconds)} s ` +
      `(${figure(cpu)} s de procesador): ${figure(Math.round(rows / seconds))} filas/s; ${figure(bytes / 2 ** 20)} MB`,
  );
}
