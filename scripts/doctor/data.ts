import type { Database } from "@/db/open";
import { bookChecks } from "./books";
import { keptChecks } from "./kept";
import { logCheck } from "./log";
import { paperChecks } from "./papers";

/** All that always holds of a company's data, but for the log, of which is kept what was found. */
export const dataChecks = [...bookChecks, ...paperChecks, ...keptChecks];

/** Everything that does not hold; nothing when all is well. Only reads. */
export function complaintsOf(db: Database, checks = [...dataChecks, logCheck]): string[] {
  return checks.flatMap(({ name, complaints }) => complaints(db).map((complaint) => `${name}: ${complaint}`));
}
