import { type ListName, reaches } from "@/db/vocabulary";
import { reachOf } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";

/** Who takes a list out sees in it what they may see and may take out: the narrower of both. */
export function exporting<V extends Viewer>(viewer: V, list: ListName): V {
  if (viewer.kind !== "staff" || viewer.isAdmin) return viewer;
  const [view, out] = [reachOf(viewer, list, "view"), reachOf(viewer, list, "export")];
  const narrower = view !== undefined && out !== undefined && reaches.indexOf(out) < reaches.indexOf(view) ? out : out === undefined ? undefined : view;
  return { ...viewer, grants: { ...viewer.grants, [list]: { ...viewer.grants[list], view: narrower } } };
}
