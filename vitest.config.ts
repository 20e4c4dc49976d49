import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const long = process.env.FULL_TESTS === "1" ? [] : ["tests/**/*.full.test.ts"];

export default defineConfig({
  resolve: { alias: { "@/": root, "server-only": `${root}tests/support/empty.ts` } },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: [...configDefaults.exclude, ...long],
    reporters: ["default", `${root}scripts/promises/reporter.mjs`],
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
