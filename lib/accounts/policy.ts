import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";

export function canCreateAccount(viewer: Viewer) {
  return grants(viewer, "accounts", "create");
}

export function canEditAccount(viewer: Viewer, account: Owned) {
  return grants(viewer, "accounts", "edit", account);
}

export function canDeleteAccount(viewer: Viewer, account: Owned) {
  return grants(viewer, "accounts", "delete", account);
}

/** Giving a record to somebody else is a grant of its own. */
export function canAssignAccount(viewer: Viewer, account?: Owned) {
  return grants(viewer, "accounts", "assign", account);
}
