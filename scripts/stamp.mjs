import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

const sources = ["app", "components", "db", "lib", "public", "scripts", "next.config.ts", "package-lock.json", "package.json", "tsconfig.json"];

/** The Node this project brings with it; the machine's own may be older. */
export const ownNode = join(root, "node_modules", "node", "bin", "node");

export const buildStampPath = join(root, "dist", "build.stamp");

/** Says which packages are installed. */
export function installStamp() {
  return `${process.platform}-${process.arch} ${hash([join(root, "package-lock.json")])}`;
}

/** Says which sources were built. */
export function buildStamp() {
  return hash(sources.map((name) => join(root, name)).flatMap(filesUnder));
}

export function stampIn(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function hash(files) {
  const digest = createHash("sha256");
  for (const file of files) {
    const content = readFileSync(file);
    digest.update(`${relative(root, file)} ${content.length}\n`).update(content);
  }
  return digest.digest("hex");
}
