import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";

export function canConfigureLists(viewer: Viewer) {
  return grants(viewer, "settings", "configure");
}
