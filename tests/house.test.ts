import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/modules";

/** The program's own words when it fails, so that the report says what is wrong. */
function run(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules", program), ...args], { cwd: root, encoding: "utf8" });
  return status === 0 ? "" : `${stdout}${stderr}`.slice(0, 4000);
}

test("types hold", () => {
  expect(run("typescript/bin/tsc", "--noEmit", "-p", ".")).toBe("");
}, 180_000);

test("style holds", () => {
  expect(run("@biomejs/biome/bin/biome", "check", ".")).toBe("");
}, 180_000);
