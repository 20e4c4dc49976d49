import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";

/** With an account: a contact is always made in one, so it must be within reach too. */
export function canCreateContact(viewer: Viewer, account?: Owned) {
  return grants(viewer, "contacts", "create", account);
}

export function canEditContact(viewer: Viewer, contact: Owned) {
  return grants(viewer, "contacts", "edit", contact);
}

export function canDeleteContact(viewer: Viewer, contact: Owned) {
  return grants(viewer, "contacts", "delete", contact);
}

/** Its owner reaches every account of the contact, so giving it away is a grant of its own. */
export function canAssignContact(viewer: Viewer, contact?: Owned) {
  return grants(viewer, "contacts", "assign", contact);
}

/** Relations belong to the account: whoever changes it says who works there. */
export function canRelate(viewer: Viewer, account: Owned) {
  return grants(viewer, "accounts", "edit", account);
}

/** Whoever reaches the account reaches its contacts, so one that is picked must be theirs to change already; without one a new contact is made. */
export function canAddRelation(viewer: Viewer, { account, contact }: { account: Owned; contact: Owned | null }) {
  return canRelate(viewer, account) && (contact ? canEditContact(viewer, contact) : canCreateContact(viewer, account));
}

export function canEditRelation(viewer: Viewer, account: Owned) {
  return grants(viewer, "contacts", "edit", account);
}
