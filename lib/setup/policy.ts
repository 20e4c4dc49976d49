import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";

/** Half of the steps are about what others may see: they are for who administers. */
export function canSetUp(viewer: Viewer): boolean {
  return viewer.kind === "staff" && viewer.isAdmin && grants(viewer, "settings", "configure");
}
