import { grants, reachOf } from "@/lib/access/permissions";
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

/** Whether the viewer is told of any balance. */
export function seesBalances(viewer: Viewer): boolean {
  return grants(viewer, "invoices", "view");
}

/** Whether the viewer sees what each account they see has bought. Of whoever does not, nobody is said to have bought nothing. */
export function seesPurchases(viewer: Viewer): boolean {
  if (viewer.kind !== "staff") return viewer.kind === "system";
  const reach = reachOf(viewer, "invoices", "view");
  return reach !== undefined && (reach === "all" || reach === reachOf(viewer, "accounts", "view"));
}
