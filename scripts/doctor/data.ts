import type { Database } from "@/db/open";
import { bookChecks } from "./books";
import { keptChecks } from "./kept";
import { paperChecks } from "./papers";

/** All that always holds of a company's data. */
export const dataChecks = [...bookChecks, ...paperChecks, ...keptChecks];

/** Everything that does not hold; nothing when all is well. Only reads. */
export function complaintsOf(db: Database, checks = dataChecks): string[] {
  return checks.flatMap(({ name, complaints }) => complaints(db).map((complaint) => `${name}: ${complaint}`));
}
