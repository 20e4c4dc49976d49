import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { promise } from "@/tests/support/promise";

const generated = ["node_modules", ".next", ".git", "dist", "data", "coverage", "test-results"];

/** What only its owner should know, by the shape it has. */
const shapes: Record<string, RegExp> = {
  "a private key": /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY/,
  "a cloud key": /\bAKIA[0-9A-Z]{16}\b/,
  "a token of a forge": /\b(?:gh[pousr]_[A-Za-z0-9]{36}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36})\b/,
  "a token of a chat": /\bxox[abprs]-[\w-]{10,}/,
  "a token of a payer": /\b[rs]k_live_[A-Za-z0-9]{16,}/,
  "a signed token": /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/,
  "a password in an address": /\b[a-z]+:\/\/[\w.-]+:[^\s/@"'`${}<]{6,}@/,
  "a token of a registry": /_auth(?:Token)?\s*=\s*\S{8,}/,
};

test("nothing in the tree is a secret of somebody", () => {
  const files = filesUnder(process.cwd());
  const found = files.flatMap((file) => secretsIn(readFileSync(file, "utf8")).map((name) => `${relative(process.cwd(), file)}: ${name}`));
  expect(found).toEqual([]);
  promise("O7", `${files.length} files without secrets`);
});

test("the same look finds one of each", () => {
  const b = (length: number) => "Ab1".repeat(20).slice(0, length);
  const planted = [
    ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" "),
    `AKIA${"Q".repeat(16)}`,
    `ghp${"_"}${b(36)}`,
    `xoxb${"-"}${b(20)}`,
    `sk${"_live_"}${b(24)}`,
    `eyJ${b(20)}.eyJ${b(20)}.${b(30)}`,
    `postgres://someone:${b(12)}@db.example`,
    `//registry.example/:_authToken${"="}${b(20)}`,
  ];
  expect(planted.map((text) => secretsIn(text)[0])).toEqual(Object.keys(shapes));
});

function secretsIn(text: string): string[] {
  return Object.entries(shapes)
    .filter(([, shape]) => shape.test(text))
    .map(([name]) => name);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return generated.includes(entry.name) ? [] : filesUnder(path);
    return entry.isFile() && !/\.(png|woff2?|ico|sqlite|gz|tsbuildinfo)$/.test(entry.name) ? [path] : [];
  });
}
