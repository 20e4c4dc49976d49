import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accounts, activities, prospects, users } from "@/db/schema";
import type { Row } from "./save";
import { isLikeTheOthers } from "./told";

/** What the times still to be laid are like: the last of those that were not edited by themselves, or the last where all were.
 *  What is in the trash misses what the others become, and counts only where nothing else does. */
export function patternOf(tx: Transaction, repetitionId: number): Row {
  const ofIt = eq(activities.repetitionId, repetitionId);
  const last = (which: SQL | undefined) => tx.select().from(activities).where(which).orderBy(desc(activities.occurrence)).limit(1).get();
  const isLiving = isNull(activities.deletedAt);
  const isLike = isLikeTheOthers(tx);
  return last(and(ofIt, isLiving, isLike)) ?? last(and(ofIt, isLike)) ?? last(and(ofIt, isLiving)) ?? last(ofIt)!;
}

/** What is closed comes no more; what is in the trash, or whose owner has left, comes no more until that changes. */
export function outlookOf(tx: Transaction, { accountId, prospectId, ownerId }: Row): "goes_on" | "waits" | "ends" {
  const prospect = prospectId === null ? undefined : tx.select().from(prospects).where(eq(prospects.id, prospectId)).get();
  if (prospect && prospect.closedAt !== null) return "ends";
  const account = accountId === null ? undefined : tx.select({ deletedAt: accounts.deletedAt }).from(accounts).where(eq(accounts.id, accountId)).get();
  const owner = tx.select({ isActive: users.isActive }).from(users).where(eq(users.id, ownerId)).get()!;
  const isInTrash = [prospect, account].some((record) => record && record.deletedAt !== null);
  return isInTrash || !owner.isActive ? "waits" : "goes_on";
}
