import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { migrate } from "@/db/migrate";
import { openDatabase } from "@/db/open";
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
  for (const setting of ["journal_mode = MEMORY", "synchronous = OFF", "cache_size = -500000"]) handle.pragma(setting);
  seedBench(handle, { accounts, passwordHash: values.password === undefined ? "" : await hashPassword(values.password) });
  handle.pragma("journal_mode = WAL");
  handle.close();
  lock.close();
  console.log(`${accounts} cuentas en ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
