import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ownNode, root } from "./stamp.mjs";

/** Tests that start the built server or a browser, or say again what the first two steps say. */
const slow = [
  "tests/processes/{setup,start,web,import-crash}.test.ts",
  "tests/identity/**",
  "tests/access/{denied,mass-assignment,transport}.test.ts",
  "tests/pages/**",
  "tests/e2e/**",
  "tests/faults/**",
  "tests/bench/**",
  "tests/house.test.ts",
  "tests/components/specimen.test.tsx",
];

const steps = [
  ["Tipos", "typescript/bin/tsc", ["--noEmit", "-p", "."]],
  ["Estilo", "@biomejs/biome/bin/biome", ["check", "."]],
  ["Pruebas", "vitest/vitest.mjs", ["run", "--reporter=dot", ...slow.flatMap((glob) => ["--exclude", glob])]],
];

for (const [name, program, args] of steps) {
  const startedAt = performance.now();
  const { status } = spawnSync(ownNode, [join(root, "node_modules", program), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { PROPERTY_RUNS: "40", ...process.env },
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${name}: ${status === 0 ? "bien" : "mal"} (${seconds} s)`);
  if (status !== 0) process.exit(1);
}
