import { eq } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { addressesOfAccount } from "@/lib/addresses/queries";
import { pointsOfAccount } from "@/lib/contact-points/queries";
import { type Account, sharesOfAccount } from "./queries";

export type AccountFacts = ReturnType<typeof factsOfAccount>;

/** The names behind an account's references. */
export function factsOfAccount(scope: Scope, { id, ownerId, ownerGroupId, categoryId, industryId, interestId, originId }: Account) {
  const { users, groups, origins, picklistOptions, accountTags, tags } = scope;
  const nameOf = (table: typeof users | typeof groups, key: number | null) =>
    key === null ? undefined : scope.select({ name: table.name }).from(table).where(eq(table.id, key)).get()?.name;
  return {
    owner: nameOf(users, ownerId) ?? nameOf(groups, ownerGroupId),
    sharedWith: sharesOfAccount(scope, id),
    category: chosenFrom(scope, picklistOptions, categoryId),
    industry: chosenFrom(scope, picklistOptions, industryId),
    interest: chosenFrom(scope, picklistOptions, interestId),
    points: pointsOfAccount(scope, id),
    addresses: addressesOfAccount(scope, id),
    origin: chosenFrom(scope, origins, originId),
    tags: scope
      .select({ id: tags.id, name: tags.name })
      .from(accountTags)
      .innerJoin(tags, eq(tags.id, accountTags.tagId))
      .where(eq(accountTags.accountId, id))
      .orderBy(tags.nameKey)
      .all(),
  };
}

function chosenFrom(scope: Scope, table: Scope["origins"] | Scope["picklistOptions"], key: number | null) {
  const { id, name, color } = table as Scope["origins"];
  if (key === null) return undefined;
  return scope
    .select({ name, color })
    .from(table as Scope["origins"])
    .where(eq(id, key))
    .get();
}
