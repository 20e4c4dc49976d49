import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { contacts } from "@/db/schema";
import type { Change } from "@/lib/events/record";
import { withHeirs } from "@/lib/settings/heirs";
import { requireOwner } from "@/lib/users/owner";

type Row = typeof contacts.$inferSelect;
export type ContactChanges = Partial<Pick<Row, "ownerId" | "originId">>;

/** Some fields of one contact, the others as they are. Undefined when it is so already. Throws when the owner is no active user. */
export function changeContactFields(tx: Transaction, { id }: Pick<Row, "id">, asked: ContactChanges, now: number): Change | undefined {
  const changes = withHeirs(tx, asked);
  const before = presentContact(tx, id)!;
  const fields = Object.keys(changes) as (keyof ContactChanges)[];
  if (fields.every((field) => changes[field] === before[field])) return undefined;
  if (changes.ownerId != null && changes.ownerId !== before.ownerId) requireOwner(tx, changes.ownerId);
  const after = tx
    .update(contacts)
    .set({ ...changes, updatedAt: now, version: before.version + 1 })
    .where(eq(contacts.id, id))
    .returning()
    .get();
  return { kind: "contact", id, before, after };
}

export function presentContact(tx: Transaction, id: number): Row | undefined {
  return tx.select().from(contacts).where(eq(contacts.id, id)).get();
}
