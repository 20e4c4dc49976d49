import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accounts } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { withHeirs } from "@/lib/settings/heirs";
import { setTags, tagNames, withTags } from "@/lib/tags/commands";
import { ownerKeyOf } from "./commands";

type Row = typeof accounts.$inferSelect;
type Fields = Partial<Pick<Row, "ownerId" | "ownerGroupId" | "categoryId" | "originId" | "industryId" | "interestId">>;
export type AccountChanges = Fields & { tags?: string[]; addTags?: string[]; removeTags?: string[] };

/** Some fields of one account, the others as they are. Undefined when it is so already. Throws when the owner is no active user. */
export function changeAccountFields(tx: Transaction, { id }: Pick<Row, "id">, { tags, addTags = [], removeTags = [], ...asked }: AccountChanges, now: number) {
  const fields = withHeirs(tx, asked);
  const before = tx.select().from(accounts).where(eq(accounts.id, id)).get()!;
  const oldTags = tagNames(tx, { accountId: id }).sort();
  const newTags = (tags ?? withTags(oldTags, addTags, removeTags)).toSorted();
  const owner = { ...before, ...(fields.ownerId !== undefined && { ownerGroupId: null }), ...fields };
  const hasFields = (Object.keys(fields) as (keyof Fields)[]).some((field) => fields[field] !== before[field]) || owner.ownerGroupId !== before.ownerGroupId;
  const hasTags = newTags.join() !== oldTags.join();
  if (!hasFields && !hasTags) return undefined;
  const isMoved = owner.ownerId !== before.ownerId || owner.ownerGroupId !== before.ownerGroupId;
  // A column that is written is worked out anew in the search and in who reaches the account, also when it stays the same.
  const moved = isMoved ? { ownerGroupId: owner.ownerGroupId, ownerKey: ownerKeyOf(tx, owner) } : {};
  const after = tx
    .update(accounts)
    .set({ ...fields, ...moved, updatedAt: now, version: before.version + 1 })
    .where(eq(accounts.id, id))
    .returning()
    .get();
  if (hasTags) setTags(tx, { accountId: id }, newTags);
  return {
    kind: "account",
    id,
    accountId: id,
    before: { ...before, tags: oldTags },
    after: { ...after, tags: tagNames(tx, { accountId: id }).sort() },
  } satisfies Change;
}

/** To another colleague or group. Throws when it is theirs already, or nobody is chosen. */
export function giveAccount(tx: Transaction, account: Pick<Row, "id">, to: Pick<Row, "ownerId" | "ownerGroupId">, now: number): Change {
  if (to.ownerId === null && to.ownerGroupId === null) throw new RuleError("not_in_list", "ownerId");
  const change = changeAccountFields(tx, account, to, now);
  if (!change) throw new RuleError("accounts.same_owner", "ownerId");
  return change;
}

/** The tags of an account as it stands, for comparing. */
export function presentAccount(tx: Transaction, id: number) {
  const row = tx.select().from(accounts).where(eq(accounts.id, id)).get();
  return row && { ...row, tags: tagNames(tx, { accountId: id }).sort() };
}
