import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { users } from "@/db/schema";
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
