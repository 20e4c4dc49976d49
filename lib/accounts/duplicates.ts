import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accounts, contactPoints, groups, users } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";

type Row = typeof accounts.$inferSelect;

/** Throws for an account just made when there is one with its identification, its phone, its mailbox or its very name: with whose it is, though it
 *  be out of sight, since two would court the same customer. To be saved anyway. */
export function refuseDuplicate(tx: Transaction, id: number) {
  const made = tx.select().from(accounts).where(eq(accounts.id, id)).get()!;
  for (const [field, condition] of signsOf(tx, made)) {
    const other = tx
      .select({ name: accounts.name, owner: sql<string | null>`coalesce(${users.name}, ${groups.name})` })
      .from(accounts)
      .leftJoin(users, eq(users.id, accounts.ownerId))
      .leftJoin(groups, eq(groups.id, accounts.ownerGroupId))
      .where(and(condition, ne(accounts.id, id), isNull(accounts.deletedAt)))
      .limit(1)
      .get();
    if (!other) continue;
    const { name, owner } = other;
    const code = owner === null ? "accounts.possible_duplicate" : "accounts.possible_duplicate_of";
    throw new RuleError(code, field, owner === null ? { name } : { name, owner }, "saveDuplicateAnyway");
  }
}

function signsOf(tx: Transaction, { id, taxIdKey, phoneE164, emailKey, nameKey }: Row): [field: string, condition: SQL][] {
  const points = tx.select({ kind: contactPoints.kind, key: contactPoints.valueKey }).from(contactPoints).where(eq(contactPoints.accountId, id)).all();
  const keys = (kind: "phone" | "email", main: string | null) => [main, ...points.filter((point) => point.kind === kind).map(({ key }) => key)];
  return [
    ...(taxIdKey === null ? [] : [["taxId", eq(accounts.taxIdKey, taxIdKey)] as [string, SQL]]),
    ...keys("phone", phoneE164).flatMap((key) => (key === null ? [] : [["phone", reachedBy(key, eq(accounts.phoneE164, key))] as [string, SQL]])),
    ...keys("email", emailKey).flatMap((key) => (key === null ? [] : [["email", reachedBy(key, eq(accounts.emailKey, key))] as [string, SQL]])),
    ["name", eq(accounts.nameKey, nameKey)],
  ];
}

/** Phones and mailboxes stand in the search, which finds them among a million at once; then they are compared whole. */
function reachedBy(key: string, isMain: SQL): SQL {
  const phrase = `body : "${key.replace("+", "").replaceAll('"', '""')}"`;
  const found = sql`select rowid - (1 << 48) from search_words where search_words match ${phrase} and rowid > (1 << 48) and rowid < (2 << 48) limit 50`;
  const isOther = sql`exists (select 1 from ${contactPoints} where ${contactPoints.accountId} = ${accounts.id} and ${contactPoints.valueKey} = ${key})`;
  return sql`${accounts.id} in (${found}) and (${isMain} or ${isOther})`;
}
