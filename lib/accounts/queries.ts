import { eq, type SQL } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { mostOffered, offered } from "@/lib/search/offered";

export type Account = NonNullable<ReturnType<typeof findAccount>>;

/** The account with what deciding about it takes; undefined when it is not there for this viewer. */
export function findAccount(scope: Scope, id: number | string) {
  const { accounts } = scope;
  const key = Number(id);
  const account = Number.isSafeInteger(key) ? scope.select().from(accounts).where(eq(accounts.id, key)).get() : undefined;
  return account && { ...account, principals: scope.principalsOf(account.id) };
}

/** For a picker: the accounts a text finds, by name. */
export function accountChoices(scope: Scope, text: string) {
  const { accounts } = scope;
  const { id, name, nameKey, city } = accounts;
  const read = (where: SQL | undefined) =>
    scope.select({ id, label: name, hint: city }).from(accounts).where(where).orderBy(nameKey, id).limit(mostOffered).all();
  return offered(scope, { kind: "account", text, id, nameKey, read }).map(({ id, label, hint }) => ({ id, label, hint: hint ?? undefined }));
}

export function tagsOfAccount(scope: Scope, accountId: number): string[] {
  const { accountTags, tags } = scope;
  return scope
    .select({ name: tags.name })
    .from(accountTags)
    .innerJoin(tags, eq(tags.id, accountTags.tagId))
    .where(eq(accountTags.accountId, accountId))
    .orderBy(tags.nameKey)
    .all()
    .map(({ name }) => name);
}

/** The groups an account is shared with, beside the one that may own it. */
export function sharesOfAccount(scope: Scope, accountId: number): { id: number; name: string }[] {
  const { accountShares, groups } = scope;
  return scope
    .select({ id: groups.id, name: groups.name })
    .from(accountShares)
    .innerJoin(groups, eq(groups.id, accountShares.groupId))
    .where(eq(accountShares.accountId, accountId))
    .orderBy(groups.name)
    .all();
}

export function tagName(scope: Scope, id: number): string | undefined {
  const { tags } = scope;
  return scope.select({ name: tags.name }).from(tags).where(eq(tags.id, id)).get()?.name;
}

/** Money of one account by currency: invoiced, owed, in favour, and when it last bought. */
export function balancesOfAccount(scope: Scope, accountId: number) {
  const { accountBalances } = scope;
  return scope.select().from(accountBalances).where(eq(accountBalances.accountId, accountId)).orderBy(accountBalances.currency).all();
}
