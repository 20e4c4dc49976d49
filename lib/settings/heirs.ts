import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { origins, picklistOptions } from "@/db/schema";

const held = { categoryId: picklistOptions, industryId: picklistOptions, interestId: picklistOptions, channelId: picklistOptions, originId: origins };
type Held = keyof typeof held;

/** What a choice became by being merged, and that again; itself when it was not. */
export function heirOf(tx: Transaction, table: typeof origins | typeof picklistOptions, id: number): number {
  for (let heir = id; ; ) {
    const next = tx.select({ id: table.mergedIntoId }).from(table).where(eq(table.id, heir)).get()?.id;
    if (next == null) return heir;
    heir = next;
  }
}

/** The same fields, with what merged choices became: a change that was asked for before a merge, or is taken back after it, gives what there is now. */
export function withHeirs<Fields extends object>(tx: Transaction, fields: Fields): Fields {
  const resolved = Object.entries(fields).map(([field, value]) => [
    field,
    field in held && typeof value === "number" ? heirOf(tx, held[field as Held], value) : value,
  ]);
  return Object.fromEntries(resolved) as Fields;
}
