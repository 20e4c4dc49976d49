import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";

export function canCreateQuote(viewer: Viewer, source?: Owned) {
  return grants(viewer, "quotes", "create", source);
}

export function canEditQuote(viewer: Viewer, quote: Owned) {
  return grants(viewer, "quotes", "edit", quote);
}

export function canVoidQuote(viewer: Viewer, quote: Owned) {
  return grants(viewer, "quotes", "void", quote);
}

export function canSendQuote(viewer: Viewer, quote: Owned) {
  return grants(viewer, "quotes", "send", quote);
}
