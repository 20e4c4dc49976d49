import { eq, type SQL } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { isFound } from "@/lib/search/find";

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
  return scope
    .select({ id: accounts.id, label: accounts.name, hint: accounts.city })
    .from(accounts)
    .where(text === "" ? undefined : found(scope, text))
    .orderBy(accounts.nameKey, accounts.id)
    .limit(10)
    .all()
    .map(({ id, label, hint }) => ({ id, label, hint: hint ?? undefined }));
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

export function tagName(scope: Scope, id: number): string | undefined {
  const { tags } = scope;
  return scope.select({ name: tags.name }).from(tags).where(eq(tags.id, id)).get()?.name;
}

/** Money of one account by currency: invoiced, owed, in favour, and when it last bought. */
export function balancesOfAccount(scope: Scope, accountId: number) {
  const { accountBalances } = scope;
  return scope.select().from(accountBalances).where(eq(accountBalances.accountId, accountId)).orderBy(accountBalances.currency).all();
}

function found(scope: Scope, text: string): SQL {
  return isFound(scope, "account", scope.accounts.id, text);
}
