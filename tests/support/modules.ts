import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export type Import = { to: string; isType: boolean };
export type Module = { path: string; text: string; lines: number; imports: Import[] };

const folders = ["app", "components", "db", "lib", "scripts", "tests"];

/** Every source file of the house with what it imports; `@/` and relative paths as paths from the root. */
export function readModules(): Module[] {
  return folders.flatMap((folder) => filesUnder(join(root, folder))).map(moduleAt);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function moduleAt(file: string): Module {
  const path = relative(root, file).replaceAll("\\", "/");
  const text = readFileSync(file, "utf8");
  return { path, text, lines: text.split("\n").length - 1, imports: importsOf(text, path) };
}

function importsOf(text: string, path: string): Import[] {
  const found = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?([^"';=]*?)\s*(?:from\s*)?["']([^"']+)["']/gm);
  return [...found].map(([, isType, names, to]) => ({ to: placeOf(to!, path), isType: Boolean(isType) || isTypesOnly(names ?? "") }));
}

function isTypesOnly(names: string): boolean {
  const inner = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  return inner !== undefined && inner.trim() !== "" && inner.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type "));
}

function placeOf(to: string, from: string): string {
  if (to.startsWith("@/")) return to.slice(2);
  return to.startsWith(".") ? posix.join(dirname(from), to) : to;
}

/** The first way round, as the names along it; undefined for a tree. */
export function cycleIn(graph: Map<string, Set<string>>): string[] | undefined {
  const done = new Set<string>();
  const walk = (node: string, trail: string[]): string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const cycle = walk(next, [...trail, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return undefined;
  };
  return [...graph.keys()].map((node) => walk(node, [])).find(Boolean);
}
