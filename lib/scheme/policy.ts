import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";

/** Roles, profiles and groups widen what one sees: only who sees everything decides about them. */
export function canConfigureScheme(viewer: Viewer): boolean {
  return viewer.kind === "staff" && viewer.isAdmin && grants(viewer, "users", "configure");
}
