import { eq } from "drizzle-orm";
import { accountContacts, portalUsers } from "@/db/schema";
import { findPortalAccess } from "@/lib/portal/access";
import { setPortalAccess } from "@/lib/portal/commands";
import { portalAccessForm } from "@/lib/portal/forms";
import { portalKinds } from "@/lib/portal/rules";
import type { Customer } from "./book";
import type { Stage } from "./stage";

/** Opens the portal to whoever attends at a customer, in as many of their companies as are asked for. Returns their address. */
export function openPortal(
  { tx, scope, by, tell }: Stage,
  customer: Customer,
  { accountIds, passwordHash, now }: { accountIds: number[]; passwordHash: string; now: number },
) {
  const contact = findPortalAccess(scope, customer.contactId!)!;
  const relations = tx.select().from(accountContacts).where(eq(accountContacts.contactId, contact.id)).all();
  const chosen = relations.filter(({ accountId }) => accountIds.includes(accountId));
  const email = contact.email!;
  const input = portalAccessForm.parse({ id: contact.id, email, relations: chosen.map(({ id }) => ({ id, hasPortal: true, kinds: [...portalKinds] })) });
  const mine = by(customer.ownerId, now);
  tell("portal_user.set", setPortalAccess(tx, contact, input, { viewer: scope.viewer, now }), mine);
  tx.update(portalUsers).set({ passwordHash }).where(eq(portalUsers.contactId, contact.id)).run();
  return { name: `${contact.givenName} ${contact.familyName}`, email };
}
