import type { Viewer } from "@/lib/access/viewer";

/** Of what happened to any record of the company only who administers it is told. */
export function canAudit(viewer: Viewer) {
  return viewer.kind === "staff" && viewer.isAdmin;
}
