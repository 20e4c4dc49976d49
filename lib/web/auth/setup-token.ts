import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { database } from "@/db/client";
import type { Reader, Transaction } from "@/db/open";
import { onceTokens, users } from "@/db/schema";
import { write } from "@/db/write";

const lifetime = 24 * 3_600_000;

/** A fresh one-time key for the set-up page, or undefined once somebody exists. Each start makes a new one and forgets the last. */
export function setupToken(now: number): string | undefined {
  return write(database(), (tx): string | undefined => {
    if (tx.select({ id: users.id }).from(users).limit(1).get()) return undefined;
    return makeSetupToken(tx, now);
  });
}

/** The only key from here on. Only its hash is kept. */
export function makeSetupToken(tx: Pick<Transaction, "insert" | "delete">, now: number): string {
  const token = randomBytes(24).toString("base64url");
  tx.delete(onceTokens).where(eq(onceTokens.purpose, "setup")).run();
  tx.insert(onceTokens)
    .values({ tokenHash: tokenHash(token), purpose: "setup", createdAt: now, expiresAt: now + lifetime })
    .run();
  return token;
}

/** Whether the key would be taken: looking costs nothing, hashing a password does. */
export function isGoodSetupToken(reader: Reader, token: string, now: number): boolean {
  if (reader.select({ id: users.id }).from(users).limit(1).get()) return false;
  const isMine = and(eq(onceTokens.purpose, "setup"), eq(onceTokens.tokenHash, tokenHash(token)), gt(onceTokens.expiresAt, now));
  return reader.select({ id: onceTokens.tokenHash }).from(onceTokens).where(isMine).get() !== undefined;
}

/** Uses the key up. False when it is wrong, old, or somebody was first. */
export function redeemSetupToken(tx: Transaction, token: string, now: number): boolean {
  const [used] = tx
    .delete(onceTokens)
    .where(and(eq(onceTokens.purpose, "setup"), eq(onceTokens.tokenHash, tokenHash(token))))
    .returning({ expiresAt: onceTokens.expiresAt })
    .all();
  return used !== undefined && now < used.expiresAt;
}

export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
