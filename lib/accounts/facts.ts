import { eq } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Account } from "./queries";

export type AccountFacts = ReturnType<typeof factsOfAccount>;

/** The names behind an account's references. */
export function factsOfAccount(scope: Scope, { id, ownerId, categoryId, industryId, originId }: Account) {
  const { users, origins, picklistOptions, accountTags, tags } = scope;
  const nameOf = (table: typeof users | typeof origins | typeof picklistOptions, key: number | null) =>
    key === null ? undefined : scope.select({ name: table.name }).from(table).where(eq(table.id, key)).get()?.name;
  return {
    owner: nameOf(users, ownerId),
    category: nameOf(picklistOptions, categoryId),
    industry: nameOf(picklistOptions, industryId),
    origin: nameOf(origins, originId),
    tags: scope
      .select({ id: tags.id, name: tags.name })
      .from(accountTags)
      .innerJoin(tags, eq(tags.id, accountTags.tagId))
      .where(eq(accountTags.accountId, id))
      .orderBy(tags.nameKey)
      .all(),
  };
}
