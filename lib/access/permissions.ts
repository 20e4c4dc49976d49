import type { HideableField, Module, ReachName, Verb } from "@/db/vocabulary";
import type { Owned, StaffViewer, Viewer } from "./viewer";

/** May the viewer do this, to this record when one is given? Without a record: does the grant exist at any reach. */
export function grants(viewer: Viewer, module: Module, verb: Verb, record?: Owned): boolean {
  switch (viewer.kind) {
    case "system":
      return true;
    case "customer":
      return false;
    case "staff": {
      const reach = reachOf(viewer, module, verb);
      return reach !== undefined && (record === undefined || isReached(viewer, reach, record));
    }
    default:
      viewer satisfies never;
      return false;
  }
}

/** How far the viewer's grant goes; undefined when there is none, and of a module that is switched off. Administrators reach everything else. */
export function reachOf(viewer: StaffViewer, module: Module, verb: Verb): ReachName | undefined {
  return viewer.off.includes(module) ? undefined : heldReach(viewer, module, verb);
}

/** The same whether or not the module is switched on: what was granted is kept. */
export function heldReach(viewer: StaffViewer, module: Module, verb: Verb): ReachName | undefined {
  return viewer.isAdmin ? "all" : viewer.grants[module]?.[verb];
}

/** The modules that the company does without. */
export function offModules(viewer: Viewer): readonly Module[] {
  return viewer.kind === "staff" ? viewer.off : [];
}

export function isOff(viewer: Viewer, module: Module): boolean {
  return offModules(viewer).includes(module);
}

/** A field the viewer is not shown must not be emptied by the form that does not show it. */
export function isHidden(viewer: Viewer, field: HideableField): boolean {
  return viewer.kind === "customer" || (viewer.kind === "staff" && viewer.hidden.includes(field));
}

function isReached(viewer: StaffViewer, reach: ReachName, record: Owned): boolean {
  if (reach === "all") return true;
  const circle = viewer.circles[reach];
  const isOwn = record.ownerId !== null && circle.ownerIds.includes(record.ownerId);
  return isOwn || (record.principals ?? []).some((principal) => circle.principals.includes(principal));
}
