import { createHash, randomBytes } from "node:crypto";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/open";
import { events, onceTokens } from "@/db/schema";

export type Holder = { userId: number } | { portalUserId: number };

const lifetime = 30 * 60_000;

/** A key to choose a password with, good once and for half an hour, or as long as told. Those made before for the same person are gone. Only its hash is kept. */
export function makePasswordLink(tx: Transaction, holder: Holder, now: number, goodFor = lifetime): string {
  const token = randomBytes(32).toString("base64url");
  const isStaff = "userId" in holder;
  dropPasswordLinks(tx, holder);
  tx.insert(onceTokens)
    .values({
      tokenHash: hashOf(token),
      purpose: isStaff ? "staff_password" : "portal_password",
      userId: isStaff ? holder.userId : null,
      portalUserId: isStaff ? null : holder.portalUserId,
      createdAt: now,
      expiresAt: now + goodFor,
    })
    .run();
  return token;
}

/** Whose key this is while it is good; it stays good. */
export function holderOfLink(reader: Reader, token: string, now: number): Holder | undefined {
  const row = reader
    .select()
    .from(onceTokens)
    .where(eq(onceTokens.tokenHash, hashOf(token)))
    .get();
  if (!row || row.expiresAt <= now) return undefined;
  if (row.purpose === "staff_password" && row.userId !== null) return { userId: row.userId };
  return row.purpose === "portal_password" && row.portalUserId !== null ? { portalUserId: row.portalUserId } : undefined;
}

export function dropPasswordLinks(tx: Transaction, holder: Holder) {
  const mine = "userId" in holder ? eq(onceTokens.userId, holder.userId) : eq(onceTokens.portalUserId, holder.portalUserId);
  tx.delete(onceTokens).where(mine).run();
}

/** Whoever no longer administers holds no link to a colleague's password: those they made last in their own hand are gone. */
export function dropLinksHeldBy(tx: Transaction, makerId: number) {
  const lastMade = tx
    .select({ maker: sql`iif(${events.name} = 'user.invited' and ${events.actorKind} = 'staff', ${events.actorId}, null)` })
    .from(events)
    .where(and(eq(events.subjectKind, "user"), eq(events.subjectId, onceTokens.userId), inArray(events.name, ["user.invited", "user.mailed"])))
    .orderBy(desc(events.id))
    .limit(1);
  tx.delete(onceTokens)
    .where(and(eq(onceTokens.purpose, "staff_password"), eq(sql`(${lastMade})`, makerId)))
    .run();
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
