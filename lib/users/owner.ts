import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { groups, users } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";

/** The colleague a record is given to. Throws at `ownerId` when there is no such active one. */
export function requireOwner(tx: Transaction, ownerId: number | null): { id: number; name: string } {
  const owner =
    ownerId === null
      ? undefined
      : tx
          .select({ id: users.id, name: users.name })
          .from(users)
          .where(and(eq(users.id, ownerId), eq(users.isActive, true)))
          .get();
  if (!owner) throw new RuleError("not_in_list", "ownerId");
  return owner;
}

/** The group a record is given to. Throws at `ownerId` when there is none. */
export function requireGroup(tx: Transaction, groupId: number): { id: number; name: string } {
  const group = tx.select({ id: groups.id, name: groups.name }).from(groups).where(eq(groups.id, groupId)).get();
  if (!group) throw new RuleError("not_in_list", "ownerId");
  return group;
}
