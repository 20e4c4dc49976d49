import { defineConfig } from "drizzle-kit";

/** Only drafts SQL (`npx drizzle-kit generate`); db/migrate.ts runs what stands in db/migrations. */
export default defineConfig({ dialect: "sqlite", schema: "./db/schema/index.ts", out: "./db/drafts" });
