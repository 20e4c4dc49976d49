import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";

/** Whoever may look at activities may have their own read elsewhere. */
export function canFollowCalendar(viewer: Viewer) {
  return grants(viewer, "activities", "view");
}
