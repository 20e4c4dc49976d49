import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { notices, users } from "@/db/schema";
import type { NoticeKind } from "@/db/vocabulary";

export type Notice = {
  userId: number;
  kind: NoticeKind;
  /** The record it is about, named by what the reader may see of it when they look. */
  subject?: { kind: string; id: number };
  /** Where it leads when it is about no record: an address of ours. */
  href?: string;
  /** What the sentence `notices.kinds.<kind>` names; `actor` is put in by itself. */
  said?: Record<string, string | number>;
  /** Who did it; nobody is told of their own deeds. */
  actorId?: number | null;
  now: number;
};

/** Tells one colleague of something, in the transaction in which it happened. Answers the notice, or undefined when there is nobody to tell. */
export function notify(tx: Transaction, { userId, kind, subject, href, said, actorId = null, now }: Notice): number | undefined {
  if (userId === actorId || !isActive(tx, userId)) return undefined;
  const row = { userId, kind, actorId, href, said, subjectKind: subject?.kind, subjectId: subject?.id, createdAt: now };
  return tx.insert(notices).values(row).returning({ id: notices.id }).get().id;
}

/** Marks one notice of somebody's as read, or all of them. */
export function readNotices(tx: Transaction, { userId, id, now }: { userId: number; id?: number; now: number }) {
  tx.update(notices)
    .set({ readAt: now })
    .where(and(eq(notices.userId, userId), isNull(notices.readAt), id === undefined ? undefined : eq(notices.id, id)))
    .run();
}

function isActive(tx: Transaction, userId: number): boolean {
  const user = tx.select({ isActive: users.isActive }).from(users).where(eq(users.id, userId)).get();
  return user?.isActive === true;
}
