import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountTags, contactTags, tags } from "@/db/schema";
import { sortKey } from "@/lib/core/text";

type Holder = { accountId: number } | { contactId: number };

export function tagNames(tx: Transaction, holder: Holder): string[] {
  const held =
    "accountId" in holder
      ? tx.select({ id: accountTags.tagId }).from(accountTags).where(eq(accountTags.accountId, holder.accountId))
      : tx.select({ id: contactTags.tagId }).from(contactTags).where(eq(contactTags.contactId, holder.contactId));
  return tx
    .select({ name: tags.name })
    .from(tags)
    .where(inArray(tags.id, held))
    .all()
    .map(({ name }) => name);
}

/** Puts these in the place of those there are. A tag that nobody had yet is made. */
export function setTags(tx: Transaction, holder: Holder, names: readonly string[]) {
  const ids = idsOf(tx, names);
  if ("accountId" in holder) {
    tx.delete(accountTags).where(eq(accountTags.accountId, holder.accountId)).run();
    for (const tagId of ids) tx.insert(accountTags).values({ accountId: holder.accountId, tagId }).run();
  } else {
    tx.delete(contactTags).where(eq(contactTags.contactId, holder.contactId)).run();
    for (const tagId of ids) tx.insert(contactTags).values({ contactId: holder.contactId, tagId }).run();
  }
}

/** Some more and some less; one spelt otherwise is the same. */
export function withTags(held: readonly string[], add: readonly string[], remove: readonly string[]): string[] {
  const gone = new Set(remove.map(sortKey));
  const there = new Set(held.map(sortKey));
  return [...held.filter((tag) => !gone.has(sortKey(tag))), ...add.filter((tag) => !there.has(sortKey(tag)))];
}

function idsOf(tx: Transaction, names: readonly string[]): number[] {
  if (names.length === 0) return [];
  const rows = names.map((name) => ({ name, nameKey: sortKey(name) }));
  tx.insert(tags).values(rows).onConflictDoNothing().run();
  const keys = rows.map(({ nameKey }) => nameKey);
  return tx
    .select({ id: tags.id })
    .from(tags)
    .where(inArray(tags.nameKey, keys))
    .all()
    .map(({ id }) => id);
}
