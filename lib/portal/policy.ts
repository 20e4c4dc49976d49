import type { Owned, Viewer } from "@/lib/access/viewer";
import { canEditContact, canEditRelation } from "@/lib/contacts/policy";

export function canSetPortalAccess(viewer: Viewer, contact: Owned) {
  return canEditContact(viewer, contact);
}

/** What is opened belongs to the account, so it must be within reach too. */
export function canOpenAccount(viewer: Viewer, account: Owned) {
  return canEditRelation(viewer, account);
}
