import { eq } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { addressesOfAccount } from "@/lib/addresses/queries";
import { pointsOfAccount } from "@/lib/contact-points/queries";
import { type Account, sharesOfAccount } from "./queries";

export type AccountFacts = ReturnType<typeof factsOfAccount>;

/** The names behind an account's references. */
export function factsOfAccount(scope: Scope, { id, ownerId, ownerGroupId, categoryId, industryId, interestId, originId }: Account) {
  const { users, groups, origins, accountTags, tags } = scope;
  const nameOf = (table: typeof users | typeof groups | typeof origins, key: number | null) =>
    key === null ? undefined : scope.select({ name: table.name }).from(table).where(eq(table.id, key)).get()?.name;
  return {
    owner: nameOf(users, ownerId) ?? nameOf(groups, ownerGroupId),
    sharedWith: sharesOfAccount(scope, id),
    category: optionOf(scope, categoryId),
    industry: optionOf(scope, industryId),
    interest: optionOf(scope, interestId),
    points: pointsOfAccount(scope, id),
    addresses: addressesOfAccount(scope, id),
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

function optionOf(scope: Scope, id: number | null) {
  const { picklistOptions } = scope;
  if (id === null) return undefined;
  return scope.select({ name: picklistOptions.name, color: picklistOptions.color }).from(picklistOptions).where(eq(picklistOptions.id, id)).get();
}
