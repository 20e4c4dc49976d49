import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The addresses of what stands in `public/`: the same for everybody, so they may be cached. */
export function publicFiles(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(files.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")}`));
}
