import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { contacts } from "@/db/schema";
import type { Change } from "@/lib/events/record";
import { withHeirs } from "@/lib/settings/heirs";
import { setTags, tagNames, withTags } from "@/lib/tags/commands";
import { requireHolder } from "./person";

type Row = typeof contacts.$inferSelect;
type Fields = Partial<Pick<Row, "ownerId" | "ownerGroupId" | "originId">>;
export type ContactChanges = Fields & { tags?: string[]; addTags?: string[]; removeTags?: string[] };

/** Some fields of one contact, the others as they are. Undefined when it is so already. Throws when the owner is no active user. */
export function changeContactFields(
  tx: Transaction,
  { id }: Pick<Row, "id">,
  { tags, addTags = [], removeTags = [], ...asked }: ContactChanges,
  now: number,
): Change | undefined {
  const before = presentContact(tx, id)!;
  const { tags: oldTags, ...row } = before;
  const changes = { ...(asked.ownerId !== undefined && { ownerGroupId: null }), ...withHeirs(tx, asked) };
  const newTags = (tags ?? withTags(oldTags, addTags, removeTags)).toSorted();
  const hasTags = newTags.join() !== oldTags.join();
  const fields = Object.keys(changes) as (keyof Fields)[];
  if (!hasTags && fields.every((field) => changes[field] === row[field])) return undefined;
  const holder = { ...row, ...changes };
  if (holder.ownerId !== row.ownerId || holder.ownerGroupId !== row.ownerGroupId) requireHolder(tx, holder);
  const after = tx
    .update(contacts)
    .set({ ...changes, updatedAt: now, version: row.version + 1 })
    .where(eq(contacts.id, id))
    .returning()
    .get();
  if (hasTags) setTags(tx, { contactId: id }, newTags);
  return { kind: "contact", id, before, after: { ...after, tags: tagNames(tx, { contactId: id }).sort() } };
}

/** A contact as it stands, for comparing. */
export function presentContact(tx: Transaction, id: number) {
  const row = tx.select().from(contacts).where(eq(contacts.id, id)).get();
  return row && { ...row, tags: tagNames(tx, { contactId: id }).sort() };
}
