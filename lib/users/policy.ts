import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { covers, isUnder, type Rights, type Standing } from "./rights";

type Subject = { rights: Rights; standing: Standing };

export function canCreateUser(viewer: Viewer) {
  return grants(viewer, "users", "create");
}

export function canEditUser(viewer: Viewer, { rights, standing }: Subject) {
  return viewer.kind === "staff" && grants(viewer, "users", "edit") && covers(viewer, standing, rights) && isUnder(viewer, standing, rights);
}

/** Only who administers makes others administer. */
export function mayAdminister(viewer: Viewer) {
  return viewer.kind !== "customer" && (viewer.kind === "system" || viewer.isAdmin);
}

/** A link in one's own hand lets one in as that person, to what is theirs alone. Anybody else sends it to their mailbox. */
export function mayHoldLink(viewer: Viewer, subject: Subject) {
  return mayAdminister(viewer) && canEditUser(viewer, subject);
}
