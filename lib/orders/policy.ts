import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";

export function canCreateOrder(viewer: Viewer, source?: Owned) {
  return grants(viewer, "orders", "create", source);
}

export function canEditOrder(viewer: Viewer, order: Owned) {
  return grants(viewer, "orders", "edit", order);
}

export function canVoidOrder(viewer: Viewer, order: Owned) {
  return grants(viewer, "orders", "void", order);
}

export function canConfirmOrder(viewer: Viewer, order: Owned) {
  return grants(viewer, "orders", "issue", order);
}
