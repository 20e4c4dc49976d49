import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";

export function canCreateInvoice(viewer: Viewer, source?: Owned) {
  return grants(viewer, "invoices", "create", source);
}

export function canEditInvoice(viewer: Viewer, invoice: Owned) {
  return grants(viewer, "invoices", "edit", invoice);
}

export function canVoidInvoice(viewer: Viewer, invoice: Owned) {
  return grants(viewer, "invoices", "void", invoice);
}

/** Issuing is a grant of its own: seeing an invoice does not allow it. */
export function canIssueInvoice(viewer: Viewer, invoice: Owned) {
  return grants(viewer, "invoices", "issue", invoice);
}

export function canDiscardInvoice(viewer: Viewer, invoice: Owned) {
  return grants(viewer, "invoices", "delete", invoice);
}
