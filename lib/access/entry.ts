import { and, eq, gt, or } from "drizzle-orm";
import { onceTokens, users } from "@/db/schema";
import type { Scope } from "./scope";

/** How a colleague stands with the door: whether they ever chose a password, and whether a link to choose one is still good. */
export type Entry = { hasPassword: boolean; hasLink: boolean };

/** Of those who never came in, and those with a link that is good, by their number; nobody else is named. `now` in UTC milliseconds. */
export function entriesOf({ reader }: Scope, now: number): Map<number, Entry> {
  const rows = reader
    .select({ id: users.id, passwordHash: users.passwordHash, token: onceTokens.tokenHash })
    .from(users)
    .leftJoin(onceTokens, and(eq(onceTokens.userId, users.id), eq(onceTokens.purpose, "staff_password"), gt(onceTokens.expiresAt, now)))
    .where(or(eq(users.passwordHash, ""), eq(onceTokens.purpose, "staff_password")))
    .all();
  return new Map(rows.map(({ id, passwordHash, token }) => [id, { hasPassword: passwordHash !== "", hasLink: token !== null }]));
}

export const entered: Entry = { hasPassword: true, hasLink: false };
