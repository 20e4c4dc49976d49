import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";

/** What is switched off is off for everybody: only who administers decides it. */
export function canSwitchModules(viewer: Viewer): boolean {
  return viewer.kind === "staff" && viewer.isAdmin && grants(viewer, "settings", "configure");
}
