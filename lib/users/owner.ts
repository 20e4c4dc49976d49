import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { groups, users } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";

/** The colleague a record is given to. Throws at `field` when there is none; one who left stays only where the record is `held` by them already. */
export function requireOwner(tx: Transaction, ownerId: number | null, held: number | null = null, field = "ownerId"): { id: number; name: string } {
  const owner = ownerId === null ? undefined : colleague(tx, ownerId);
  if (!owner || !(owner.isActive || owner.id === held)) throw new RuleError("not_in_list", field);
  return owner;
}

/** Who does what is planned for a record's owner: somebody else once that one left. */
export function whoeverActs(tx: Transaction, ownerId: number, otherwise: number | null): number {
  return otherwise === null || colleague(tx, ownerId)?.isActive ? ownerId : otherwise;
}

/** The group a record is given to. Throws at `field` when there is none. */
export function requireGroup(tx: Transaction, groupId: number, field = "ownerId"): { id: number; name: string } {
  const group = tx.select({ id: groups.id, name: groups.name }).from(groups).where(eq(groups.id, groupId)).get();
  if (!group) throw new RuleError("not_in_list", field);
  return group;
}

function colleague(tx: Transaction, id: number) {
  return tx.select({ id: users.id, name: users.name, isActive: users.isActive }).from(users).where(eq(users.id, id)).get();
}
