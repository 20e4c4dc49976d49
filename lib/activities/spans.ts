import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";

/** What lasts more than a day, in the words of its partial index: it is looked for apart from what a day holds. */
export function isLong({ activities }: Scope) {
  return sql`${activities.endsAtUtc} > ${activities.startsAtUtc} + 86400000`;
}

export function isShort({ activities }: Scope) {
  return sql`${activities.endsAtUtc} <= ${activities.startsAtUtc} + 86400000`;
}
