import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";

/** Whether the viewer takes money in at all, or from this account. */
export function canCollect(viewer: Viewer, account?: Owned) {
  return grants(viewer, "receipts", "collect", account);
}

export function canVoidReceipt(viewer: Viewer, receipt: Owned) {
  return grants(viewer, "receipts", "void", receipt);
}
