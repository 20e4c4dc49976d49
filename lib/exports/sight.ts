import { createHash } from "node:crypto";
import { type ListName, modules } from "@/db/vocabulary";
import type { Viewer } from "@/lib/access/viewer";
import { exporting } from "./policy";

/** A mark of all that decides what a file of this list says: how far each grant goes, who stands within it, which fields stay hidden. */
export function sightOf(viewer: Viewer, list: ListName): string {
  return createHash("sha256")
    .update(JSON.stringify(seen(exporting(viewer, list))))
    .digest("hex");
}

function seen(viewer: Viewer) {
  if (viewer.kind !== "staff") return viewer.kind;
  const off = viewer.off.length > 0 ? viewer.off : undefined;
  if (viewer.isAdmin) return off ? { off } : "admin";
  const reached = modules.map((module) => viewer.grants[module]?.view ?? null);
  const circles = (["own", "group", "subordinates"] as const).map((reach) => (reached.includes(reach) ? viewer.circles[reach].principals.toSorted() : null));
  return { reached, circles, hidden: viewer.hidden.toSorted(), off };
}
