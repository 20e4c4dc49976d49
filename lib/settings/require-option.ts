import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { origins, picklistOptions } from "@/db/schema";
import type { PickList } from "@/db/vocabulary";
import { RuleError } from "@/lib/core/errors";

/** Throws at `field` when the option is none of that list; a retired one may still be held. */
export function requireOption(tx: Transaction, list: PickList, id: number | null, field: string) {
  if (id === null) return;
  const option = tx
    .select({ id: picklistOptions.id })
    .from(picklistOptions)
    .where(and(eq(picklistOptions.id, id), eq(picklistOptions.list, list)))
    .get();
  if (!option) throw new RuleError("not_in_list", field);
}

export function requireOrigin(tx: Transaction, id: number | null) {
  if (id !== null && !tx.select({ id: origins.id }).from(origins).where(eq(origins.id, id)).get()) throw new RuleError("not_in_list", "originId");
}
