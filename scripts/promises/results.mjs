import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../stamp.mjs";

const path = join(root, "node_modules", ".cache", "cartera-promises.json");

/** The last result of each promise in each file, by `resultKey`. */
export function keptResults() {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}

export function keepResults(fresh) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.partial`, JSON.stringify({ ...keptResults(), ...fresh }, null, 1));
  renameSync(`${path}.partial`, path);
}

export function resultKey(id, file) {
  return `${id} ${file}`;
}
