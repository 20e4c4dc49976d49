import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { type accountContacts, picklistOptions } from "@/db/schema";
import { fold } from "@/lib/core/text";
import { heirOf } from "@/lib/settings/heirs";

type Held = Pick<typeof accountContacts.$inferSelect, "role" | "roleId">;

/** What was typed as columns: one of the list's roles by its number, so that it is called as the list calls it from then on; any other as it was typed. */
export function roleColumns(tx: Transaction, typed: string | null, held?: Held): Held {
  if (typed === null) return { role: null, roleId: null };
  const called = tx
    .select()
    .from(picklistOptions)
    .where(eq(picklistOptions.list, "relation_role"))
    .orderBy(picklistOptions.position)
    .all()
    .filter(({ name }) => fold(name.trim()) === fold(typed.trim()));
  const option =
    called.find(({ id }) => id === held?.roleId) ?? called.find(({ isActive }) => isActive) ?? called.find(({ mergedIntoId }) => mergedIntoId !== null);
  return option ? { role: null, roleId: heirOf(tx, picklistOptions, option.id) } : { role: typed, roleId: null };
}

/** The role as it is called now. */
export function roleText(tx: Transaction, { role, roleId }: Held): string | null {
  if (roleId === null) return role;
  return tx.select({ name: picklistOptions.name }).from(picklistOptions).where(eq(picklistOptions.id, roleId)).get()!.name;
}
