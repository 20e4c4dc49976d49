import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@/": root, "server-only": `${root}tests/support/empty.ts` } },
  test: { include: ["tests/**/*.test.{ts,tsx}"], maxWorkers: 2, testTimeout: 60_000, hookTimeout: 120_000 },
});
