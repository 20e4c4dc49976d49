import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { origins, picklistOptions } from "@/db/schema";
import type { PickList } from "@/db/vocabulary";
import { RuleError } from "@/lib/core/errors";

/** Throws at `field` when the option is none of that list; a retired one stays only where it is `held` already. */
export function requireOption(tx: Transaction, list: PickList, { id, held = null, field }: { id: number | null; held?: number | null; field: string }) {
  if (id === null || id === held) return;
  const option = tx
    .select({ id: picklistOptions.id })
    .from(picklistOptions)
    .where(and(eq(picklistOptions.id, id), eq(picklistOptions.list, list), eq(picklistOptions.isActive, true)))
    .get();
  if (!option) throw new RuleError("not_in_list", field);
}

export function requireOrigin(tx: Transaction, id: number | null, held: number | null = null) {
  if (id === null || id === held) return;
  const origin = tx
    .select({ id: origins.id })
    .from(origins)
    .where(and(eq(origins.id, id), eq(origins.isActive, true)))
    .get();
  if (!origin) throw new RuleError("not_in_list", "originId");
}
