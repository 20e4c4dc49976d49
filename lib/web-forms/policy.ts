import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";

export function canConfigureWebForms(viewer: Viewer): boolean {
  return grants(viewer, "settings", "configure");
}

/** Taking one makes it somebody's: for who says whose a prospect is. */
export function canReviewEntries(viewer: Viewer): boolean {
  return grants(viewer, "prospects", "assign");
}
