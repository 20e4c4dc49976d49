import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";

export type PaperModule = "quotes" | "orders" | "invoices" | "receipts";

export function canAssignDocument(viewer: Viewer, module: PaperModule, paper: Owned) {
  return grants(viewer, module, "assign", paper);
}
