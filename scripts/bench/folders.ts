import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = ["db/migrations", "db/seeds", "scripts/seed"];

/** A data folder of so many accounts, seeded once per schema and seed and kept. */
export function seededFolder(accounts: number): string {
  const cache = join(process.cwd(), "node_modules", ".cache", "cartera-bench", hashOf(sources));
  const folder = join(cache, String(accounts));
  if (existsSync(folder)) return folder;

  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  execFileSync(process.execPath, [join("dist", "seed.mjs"), "--scenario", "bench", "--accounts", String(accounts), "--data", partial], { stdio: "inherit" });
  renameSync(partial, folder);
  return folder;
}

export function hashOf(paths: string[]): string {
  const digest = createHash("sha256");
  for (const file of paths.flatMap(filesUnder)) digest.update(`${file}\n`).update(readFileSync(file));
  return digest.digest("hex").slice(0, 12);
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.startsWith(".") && name !== "node_modules")
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
