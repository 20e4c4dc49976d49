import type { Viewer } from "./viewer";

/** Only who administers sees the product as somebody else does, and nobody as another who administers. */
export function maySeeAs(viewer: Viewer, person: { userId: number; isAdmin: boolean }): boolean {
  return viewer.kind === "staff" && viewer.isAdmin && !viewer.seeing && !person.isAdmin && person.userId !== viewer.userId;
}

/** The portal too, as any customer does. */
export function maySeeAsCustomer(viewer: Viewer): boolean {
  return viewer.kind === "staff" && viewer.isAdmin && !viewer.seeing;
}

/** Who sees the product as somebody else changes nothing in it. */
export function onlyLooks(viewer: Viewer | undefined): boolean {
  return viewer !== undefined && viewer.kind !== "system" && viewer.seeing !== undefined;
}

/** Whether somebody else looks through these eyes: then what is the person's alone is not shown. Once the view is over they are their own. */
export function isLookedThrough(viewer: Viewer): boolean {
  return viewer.kind !== "system" && viewer.seeing?.isOver === false;
}
