import type { ImportKind } from "@/db/vocabulary";
import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";
import { canCreateAccount } from "@/lib/accounts/policy";
import { canCreateCatalogItem } from "@/lib/catalog/policy";

export function canUploadImport(viewer: Viewer) {
  return grants(viewer, "imports", "create");
}

/** A list goes in with the rights of whoever brings it: nobody uploads what they may not type. */
export function mayFill(viewer: Viewer, kind: ImportKind) {
  return kind === "accounts" ? canCreateAccount(viewer) : canCreateCatalogItem(viewer);
}

export function canMapImport(viewer: Viewer, record: Owned) {
  return grants(viewer, "imports", "edit", record);
}

export function canApplyImport(viewer: Viewer, record: Owned) {
  return grants(viewer, "imports", "import", record);
}
