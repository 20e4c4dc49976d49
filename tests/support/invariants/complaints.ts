import type { Database } from "@/db/open";
import { bookComplaints } from "./books";
import { keptComplaints } from "./kept";
import { paperComplaints } from "./papers";

/** Everything of a company's database that is not as it always has to be; nothing when all is well. Only reads. */
export function complaintsOf(db: Database): string[] {
  return [...bookComplaints(db.$client), ...paperComplaints(db), ...keptComplaints(db)];
}
