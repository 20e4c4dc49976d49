import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accountShares, groups } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { requireGroup } from "@/lib/users/owner";

type Subject = { id: number; name: string; ownerGroupId: number | null };

type Shared = Change & { name: string };

/** Lets a group reach the account as if it were theirs. Throws when it is, or is shared with them already. */
export function shareAccount(tx: Transaction, account: Subject, groupId: number): Shared {
  const group = requireGroup(tx, groupId, "groupId");
  const before = sharedWith(tx, account.id);
  if (account.ownerGroupId === groupId || before.includes(group.name)) throw new RuleError("accounts.shared_already", "groupId");
  tx.insert(accountShares).values({ accountId: account.id, groupId }).run();
  return told(tx, account, before);
}

/** Throws when it is not shared with them. */
export function unshareAccount(tx: Transaction, account: Subject, groupId: number): Shared {
  const before = sharedWith(tx, account.id);
  const { changes } = tx
    .delete(accountShares)
    .where(and(eq(accountShares.accountId, account.id), eq(accountShares.groupId, groupId)))
    .run();
  if (changes === 0) throw new RuleError("accounts.not_shared");
  return told(tx, account, before);
}

function told(tx: Transaction, { id, name }: Subject, before: string[]): Shared {
  return { kind: "account", name, id, accountId: id, before: { sharedWith: before }, after: { sharedWith: sharedWith(tx, id) } };
}

function sharedWith(tx: Transaction, accountId: number): string[] {
  return tx
    .select({ name: groups.name })
    .from(accountShares)
    .innerJoin(groups, eq(groups.id, accountShares.groupId))
    .where(eq(accountShares.accountId, accountId))
    .orderBy(groups.name)
    .all()
    .map(({ name }) => name);
}
