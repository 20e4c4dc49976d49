import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { promises } from "../../tests/promises.ts";
import { root } from "../stamp.mjs";

/** Which test files hold which promises, read from the tests themselves, in the order of the list. */
export function declaredPromises() {
  const found = testFiles().flatMap((file) => {
    const ids = [...readFileSync(join(root, file), "utf8").matchAll(/\bpromise\(\s*"([A-Z]\d+)"/g)].map(([, id]) => id);
    return [...new Set(ids)].map((id) => ({ id, says: promises[id], file, tier: tierOf(file) }));
  });
  return found.sort((one, other) => byId(one.id, other.id) || one.tier.localeCompare(other.tier) * -1 || one.file.localeCompare(other.file));
}

/** Sentences that no test holds. */
export function unheldPromises() {
  const held = new Set(declaredPromises().map(({ id }) => id));
  return Object.keys(promises).filter((id) => !held.has(id));
}

/** P runs in `npm test`, N only in `npm run test:full`. */
function tierOf(file) {
  return file.endsWith(".full.test.ts") ? "N" : "P";
}

function testFiles() {
  return readdirSync(join(root, "tests"), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function byId(one, other) {
  return one.localeCompare(other, "en", { numeric: true });
}
