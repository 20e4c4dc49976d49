import type { Database } from "@/db/open";

/** Something that always holds of a company's data. `complaints` only reads, and is empty when all is well. */
export type DataCheck = { name: string; complaints: (db: Database) => string[] };
