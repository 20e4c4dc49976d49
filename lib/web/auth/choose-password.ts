import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import type { Transaction } from "@/db/open";
import { portalUsers, users } from "@/db/schema";
import { write } from "@/db/write";
import { RuleError } from "@/lib/core/errors";
import { recordEvent } from "@/lib/events/record";
import { endAccess } from "@/lib/users/access";
import { type Holder, holderOfLink } from "@/lib/users/password-links";
import { hashPassword, requireGoodPassword } from "./passwords";

/** Whether the key of a link would still be taken. */
export function isGoodLink(token: string): boolean {
  return holderOfLink(database(), token, Date.now()) !== undefined;
}

/** Of any number of tries with one key one chooses the password; nobody is let in by it, they log in after. */
export async function choosePassword({ token, password }: { token: string; password: string }): Promise<string> {
  if (!isGoodLink(token)) throw new RuleError("login.expired_link");
  requireGoodPassword(password, "password");
  const passwordHash = await hashPassword(password);
  const now = Date.now();
  write(database(), (tx): void => {
    const holder = holderOfLink(tx, token, now);
    if (!holder) throw new RuleError("login.expired_link");
    setPassword(tx, holder, passwordHash, now);
  });
  return "/login?nueva";
}

/** The new password, with every session and key of the old one gone. */
export function setPassword(tx: Transaction, holder: Holder, passwordHash: string, now: number) {
  const isStaff = "userId" in holder;
  if (isStaff) tx.update(users).set({ passwordHash, updatedAt: now }).where(eq(users.id, holder.userId)).run();
  else tx.update(portalUsers).set({ passwordHash, updatedAt: now }).where(eq(portalUsers.id, holder.portalUserId)).run();
  endAccess(tx, holder);
  const change = { kind: isStaff ? "user" : "portal_user", id: isStaff ? holder.userId : holder.portalUserId, before: null, after: { password: "changed" } };
  recordEvent(tx, { viewer: { kind: "system", locale: "es", zone: "UTC", today: "" }, name: `${change.kind}.password_changed`, change, at: now });
}
