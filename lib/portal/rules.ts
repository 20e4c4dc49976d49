import type { DocumentKind } from "@/db/vocabulary";
import type { Viewer } from "@/lib/access/viewer";

/** What a customer may be shown, in the order of a sale. */
export const portalKinds = ["quote", "order", "invoice", "receipt"] as const satisfies readonly DocumentKind[];
export type PortalKind = (typeof portalKinds)[number];

/** A customer whose service has not begun, or ended, or whose access was taken away everywhere. */
export function isClosed(viewer: Viewer): boolean {
  return viewer.kind === "customer" && viewer.windows.length === 0;
}

export function isPortalKind(kind: string): kind is PortalKind {
  return (portalKinds as readonly string[]).includes(kind);
}

/** A quote that still waits for the customer's word. */
export function isToAccept(
  { kind, status, isCurrent, validUntil }: { kind: string; status: string; isCurrent: boolean; validUntil: string | null },
  today: string,
) {
  return kind === "quote" && status === "sent" && isCurrent && (validUntil === null || validUntil >= today);
}

/** Whether a relation of the customer's shows this kind for the account. */
export function showsKind(viewer: Viewer, accountId: number, kind: PortalKind): boolean {
  return (
    viewer.kind === "customer" && viewer.windows.some((window) => window.accountId === accountId && (window.kinds === null || window.kinds.includes(kind)))
  );
}
