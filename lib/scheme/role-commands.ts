import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { roles, users } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import type { RoleInput } from "./forms";
import { makesLoop } from "./rules";

type Role = typeof roles.$inferSelect;

/** Throws when the name is taken or the role above is gone. */
export function createRole(tx: Transaction, input: RoleInput, now: number): Change {
  requireFreeName(tx, input.name, 0);
  requireParent(tx, input.parentId);
  const after = tx
    .insert(roles)
    .values({ ...input, createdAt: now, updatedAt: now })
    .returning()
    .get();
  return { kind: "role", id: after.id, before: null, after: told(after) };
}

/** Renames it or puts it elsewhere in the tree, with all below it. Throws when it would stand below itself. */
export function editRole(tx: Transaction, role: Role, input: RoleInput, now: number): Change {
  requireFreeName(tx, input.name, role.id);
  requireParent(tx, input.parentId);
  if (makesLoop(tx.select({ id: roles.id, parentId: roles.parentId }).from(roles).all(), role.id, input.parentId)) {
    throw new RuleError("users.role_loop", "parentId");
  }
  const after = tx
    .update(roles)
    .set({ name: input.name, parentId: input.parentId, updatedAt: now, version: role.version + 1 })
    .where(eq(roles.id, role.id))
    .returning()
    .get();
  return { kind: "role", id: role.id, before: told(role), after: told(after) };
}

/** Throws while somebody has it or another stands below it. */
export function removeRole(tx: Transaction, role: Role): Change {
  if (tx.select({ id: users.id }).from(users).where(eq(users.roleId, role.id)).get()) throw new RuleError("users.role_in_use");
  if (tx.select({ id: roles.id }).from(roles).where(eq(roles.parentId, role.id)).get()) throw new RuleError("users.role_has_below");
  tx.delete(roles).where(eq(roles.id, role.id)).run();
  return { kind: "role", id: role.id, before: told(role), after: null };
}

function requireFreeName(tx: Transaction, name: string, id: number) {
  const same = tx
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.name, name), ne(roles.id, id)))
    .get();
  if (same) throw new RuleError("users.taken_name", "name");
}

function requireParent(tx: Transaction, id: number | null) {
  if (id !== null && !tx.select({ id: roles.id }).from(roles).where(eq(roles.id, id)).get()) throw new RuleError("not_in_list", "parentId");
}

function told({ name, parentId }: Role) {
  return { name, parentId };
}
