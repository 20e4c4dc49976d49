import { type ListName, type Module, reaches } from "@/db/vocabulary";
import { reachOf } from "@/lib/access/permissions";
import type { StaffViewer, Viewer } from "@/lib/access/viewer";
import { modulesOf } from "@/lib/lists/policy";

/** Who takes a list out sees in it what they may see and may take out: the narrower of both, in each module that it shows. */
export function exporting<V extends Viewer>(viewer: V, list: ListName): V {
  if (viewer.kind !== "staff" || viewer.isAdmin) return viewer;
  const narrowed = modulesOf(list).map((module) => [module, { ...viewer.grants[module], view: narrower(viewer, module) }]);
  return { ...viewer, grants: { ...viewer.grants, ...Object.fromEntries(narrowed) } };
}

function narrower(viewer: StaffViewer, module: Module) {
  const [view, out] = [reachOf(viewer, module, "view"), reachOf(viewer, module, "export")];
  if (view === undefined || out === undefined) return undefined;
  return reaches.indexOf(out) < reaches.indexOf(view) ? out : view;
}
