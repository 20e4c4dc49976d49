import { grants } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";

/** `about` is the record it is filed under, when there is one. */
export function canCreateActivity(viewer: Viewer, about?: Owned) {
  return grants(viewer, "activities", "create", about);
}

export function canEditActivity(viewer: Viewer, activity: Owned) {
  return grants(viewer, "activities", "edit", activity);
}

/** What is filed under several records is so by leave of each. */
export function canCreateUnder(viewer: Viewer, about: readonly Owned[]) {
  return canCreateActivity(viewer) && about.every((record) => canCreateActivity(viewer, record));
}

/** `about` is what it is filed under anew. */
export function canEditUnder(viewer: Viewer, activity: Owned, about: readonly Owned[]) {
  return [activity, ...about].every((record) => canEditActivity(viewer, record));
}

export function canDeleteActivity(viewer: Viewer, activity: Owned) {
  return grants(viewer, "activities", "delete", activity);
}

/** Putting work on somebody else's calendar is a grant of its own. */
export function canAssignActivity(viewer: Viewer, activity?: Owned) {
  return grants(viewer, "activities", "assign", activity);
}

/** One of several times changed together: an owner given to all is given to this one too, and another rule throws it away. */
export function canEditAlong(viewer: Viewer, activity: Owned, { before, after, isRuled = false }: { before: number; after: number; isRuled?: boolean }) {
  const isGiven = after !== before && activity.ownerId !== after;
  return canEditActivity(viewer, activity) && (!isGiven || canAssignActivity(viewer, activity)) && (!isRuled || canDeleteActivity(viewer, activity));
}
