import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";

/** `account` is the customer it is about, when it is one already. */
export function canCreateProspect(viewer: Viewer, account?: Owned) {
  return grants(viewer, "prospects", "create", account);
}

export function canEditProspect(viewer: Viewer, prospect: Owned) {
  return grants(viewer, "prospects", "edit", prospect);
}

export function canDeleteProspect(viewer: Viewer, prospect: Owned) {
  return grants(viewer, "prospects", "delete", prospect);
}

export function canAssignProspect(viewer: Viewer, prospect?: Owned) {
  return grants(viewer, "prospects", "assign", prospect);
}

/** A follow-up leaves an activity and may change the prospect. */
export function canFollowUp(viewer: Viewer, prospect: Owned) {
  return grants(viewer, "activities", "create", prospect) && canEditProspect(viewer, prospect);
}

/** Of one that is linked to no customer yet an account and a contact are made. */
export function canConvertProspect(viewer: Viewer, prospect: Owned & { accountId: number | null }) {
  const mayMake = grants(viewer, "accounts", "create") && grants(viewer, "contacts", "create");
  return canEditProspect(viewer, prospect) && (prospect.accountId !== null || mayMake);
}

export function canUndoConversion(viewer: Viewer, prospect: Owned) {
  return viewer.kind === "staff" && viewer.isAdmin && canEditProspect(viewer, prospect);
}
