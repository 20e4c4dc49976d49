import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";

export function canCreateCatalogItem(viewer: Viewer) {
  return grants(viewer, "catalog", "create");
}

/** The catalog belongs to the company, not to a person: the grant alone decides. */
export function canEditCatalogItem(viewer: Viewer) {
  return grants(viewer, "catalog", "edit");
}

export function canSeeCost(viewer: Viewer) {
  return viewer.kind === "system" || (viewer.kind === "staff" && !viewer.hidden.includes("cost"));
}
