import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { covers, isUnder, type Rights, type Standing } from "./rights";

type Subject = { rights: Rights; standing: Standing };

export function canCreateUser(viewer: Viewer) {
  return grants(viewer, "users", "create");
}

/** Also to give a new password: who could do that to somebody with more rights would have them. */
export function canEditUser(viewer: Viewer, { rights, standing }: Subject) {
  return viewer.kind === "staff" && grants(viewer, "users", "edit") && covers(viewer, standing, rights) && isUnder(viewer, standing, rights);
}

/** Only who administers makes others administer. */
export function mayAdminister(viewer: Viewer) {
  return viewer.kind === "staff" && viewer.isAdmin;
}
