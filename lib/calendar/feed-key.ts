import { createHash, randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/open";
import { calendarFeeds } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";

type Person = { userId: number; name: string };

/** The secret of an address where somebody's calendar is read elsewhere. The one before opens nothing any more. Only its hash is kept. */
export function makeFeed(tx: Transaction, { userId, name }: Person, now: number): { change: Change; token: string } {
  const token = randomBytes(32).toString("base64url");
  const before = feedOf(tx, userId) ? { name, calendarFeed: true } : null;
  tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId)).run();
  tx.insert(calendarFeeds)
    .values({ userId, tokenHash: hashOf(token), createdAt: now })
    .run();
  return { change: { kind: "user", id: userId, before, after: { name, calendarFeed: true } }, token };
}

/** Their calendar is read nowhere else any more. Throws when it was not. */
export function endFeed(tx: Transaction, { userId, name }: Person): Change {
  if (!feedOf(tx, userId)) throw new RuleError("users.no_feed");
  tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId)).run();
  return { kind: "user", id: userId, before: { name, calendarFeed: true }, after: { name, calendarFeed: false } };
}

/** Whose calendar the secret opens, whoever they are by now. */
export function holderOfFeed(reader: Reader, token: string): number | undefined {
  return reader
    .select({ userId: calendarFeeds.userId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.tokenHash, hashOf(token)))
    .get()?.userId;
}

/** Since when somebody's calendar is read elsewhere. */
export function feedOf(reader: Reader, userId: number): { createdAt: number } | undefined {
  return reader.select({ createdAt: calendarFeeds.createdAt }).from(calendarFeeds).where(eq(calendarFeeds.userId, userId)).get();
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
