import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { groups, users } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { emailKey, fold } from "@/lib/core/text";

/** Who is in charge as a form has it: a colleague by number, a group as `g3`. */
export type NamedOwner = { value: string; name: string };
type Stored = { ownerId: number | null; ownerGroupId: number | null };

/** The colleague who comes in, or the group, that a cell names: by their address, else by their very name. Throws when there is none, or several. */
export function ownerNamed(tx: Transaction, text: string): NamedOwner {
  const people = tx.select({ id: users.id, name: users.name, emailKey: users.emailKey }).from(users).where(eq(users.isActive, true)).all();
  const byAddress = people.filter((one) => one.emailKey === emailKey(text));
  const found = byAddress.length > 0 ? byAddress : people.filter(({ name }) => fold(name) === fold(text));
  const teams = tx.select({ id: groups.id, name: groups.name }).from(groups).all();
  const named = [
    ...found.map(({ id, name }) => ({ value: String(id), name })),
    ...teams.filter(({ name }) => fold(name) === fold(text)).map(({ id, name }) => ({ value: `g${id}`, name })),
  ];
  if (named.length !== 1) throw new RuleError(named.length === 0 ? "imports.unknown_owner" : "imports.several_owners", "owner", { text });
  return named[0]!;
}

/** Who is in charge of it now; one who left is still named. */
export function ownerOf(tx: Transaction, { ownerId, ownerGroupId }: Stored): NamedOwner {
  const group = ownerGroupId === null ? undefined : tx.select({ name: groups.name }).from(groups).where(eq(groups.id, ownerGroupId)).get();
  if (group) return { value: `g${ownerGroupId}`, name: group.name };
  const person = ownerId === null ? undefined : tx.select({ name: users.name }).from(users).where(eq(users.id, ownerId)).get();
  return person ? { value: String(ownerId), name: person.name } : { value: "", name: "" };
}

/** Undefined for one who left: nothing new is given to them. */
export function whoComesIn(tx: Transaction, { value }: NamedOwner): string | undefined {
  if (value.startsWith("g")) return value;
  return (
    tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, Number(value)), eq(users.isActive, true)))
      .get() && value
  );
}
