import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { calendarFeeds, portalUsers, sessions, users } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { dropPasswordLinks, type Holder } from "./password-links";

/** Every open session of theirs ends at its next request, and neither a key to a new password nor an address of their calendar is left. */
export function endAccess(tx: Transaction, holder: Holder) {
  dropPasswordLinks(tx, holder);
  if ("userId" in holder) {
    const { epoch } = tx.select({ epoch: users.epoch }).from(users).where(eq(users.id, holder.userId)).get()!;
    tx.update(users)
      .set({ epoch: epoch + 1 })
      .where(eq(users.id, holder.userId))
      .run();
    tx.delete(sessions).where(eq(sessions.userId, holder.userId)).run();
    tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, holder.userId)).run();
    return;
  }
  const { epoch } = tx.select({ epoch: portalUsers.epoch }).from(portalUsers).where(eq(portalUsers.id, holder.portalUserId)).get()!;
  tx.update(portalUsers)
    .set({ epoch: epoch + 1 })
    .where(eq(portalUsers.id, holder.portalUserId))
    .run();
  tx.delete(sessions).where(eq(sessions.portalUserId, holder.portalUserId)).run();
}

/** One address opens one door: neither two colleagues, nor a colleague and a customer, may share it. Throws `code`. */
export function requireFreeEmail(tx: Transaction, emailKey: string, holder: Partial<{ userId: number; portalUserId: number }>, code: string) {
  const staff = tx.select({ id: users.id }).from(users).where(eq(users.emailKey, emailKey)).get();
  const customer = tx.select({ id: portalUsers.id }).from(portalUsers).where(eq(portalUsers.emailKey, emailKey)).get();
  if ((staff && staff.id !== holder.userId) || (customer && customer.id !== holder.portalUserId)) throw new RuleError(code, "email");
}
