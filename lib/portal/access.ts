import { eq } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { findContact } from "@/lib/contacts/queries";
import { canOpenAccount } from "./policy";

export type PortalAccess = NonNullable<ReturnType<typeof findPortalAccess>>;
export type PortalRelation = PortalAccess["relations"][number];

/** A contact with its portal user and the relations the viewer may open; undefined when it is not there for them. */
export function findPortalAccess(scope: Scope, id: number | string) {
  const contact = findContact(scope, id);
  if (!contact) return undefined;
  const { portalUsers } = scope;
  const { id: userId, email, isActive, version } = portalUsers;
  const user = scope.select({ id: userId, email, isActive, version }).from(portalUsers).where(eq(portalUsers.contactId, contact.id)).get();
  return { ...contact, user, version: user?.version ?? 1, relations: relationsOf(scope, contact.id) };
}

function relationsOf(scope: Scope, contactId: number) {
  const { accountContacts, accounts, viewer } = scope;
  const { id, hasPortal, serviceStartsOn, serviceEndsOn, portalKinds } = accountContacts;
  return scope
    .select({ id, hasPortal, serviceStartsOn, serviceEndsOn, portalKinds, accountId: accounts.id, name: accounts.name, ownerId: accounts.ownerId })
    .from(accountContacts)
    .innerJoin(accounts, eq(accounts.id, accountContacts.accountId))
    .where(eq(accountContacts.contactId, contactId))
    .orderBy(accounts.nameKey, accounts.id)
    .all()
    .filter(({ accountId, ownerId }) => canOpenAccount(viewer, { ownerId, principals: scope.principalsOf(accountId) }));
}
