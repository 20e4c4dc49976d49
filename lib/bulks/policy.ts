import { type HandedOver, handedOver, type ListName, type workStates } from "@/db/vocabulary";
import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { canChangeMany } from "@/lib/lists/policy";
import { canEditUser } from "@/lib/users/policy";
import type { BulkField } from "./targets";

/** Who may give records away is offered whom to; the rest is for who edits. */
export function mayChangeField(viewer: Viewer, list: string, field: BulkField | "tags" | "work" | "item"): boolean {
  return grants(viewer, list as "accounts", field === "owner" ? "assign" : "edit");
}

type Bulk = { list: ListName; changes: Record<string, unknown> };

/** Whether it is about several kinds of records at once: what somebody handed over. */
export function isMixed({ changes }: Pick<Bulk, "changes">): boolean {
  return changes.isMixed === true;
}

/** What comes in by the dozen is shared out among several, in turn. */
export function takesTurns(list: ListName): boolean {
  return list === "prospects";
}

/** Giving away what a colleague has takes the grant to give away records of that kind. */
export function mayHandOver(viewer: Viewer, list: HandedOver): boolean {
  return grants(viewer, list, "assign");
}

/** Who may change a colleague's access and give records away. */
export function canHandOver(viewer: Viewer, user: Parameters<typeof canEditUser>[1]): boolean {
  return canEditUser(viewer, user) && handedOver.some((list) => mayHandOver(viewer, list));
}

/** Whether the viewer may work on it at all; each record is asked for by itself. */
export function mayWorkOn(viewer: Viewer, bulk: Bulk): boolean {
  return isMixed(bulk) ? handedOver.some((list) => mayHandOver(viewer, list)) : canChangeMany(viewer, bulk.list);
}

/** Whoever made it, and an administrator. */
export function canUndoBulk(viewer: Viewer, bulk: Bulk & { ownerId: number }): boolean {
  return viewer.kind === "staff" && (viewer.userId === bulk.ownerId || viewer.isAdmin) && mayWorkOn(viewer, bulk);
}

/** A change that failed halfway can be taken back as far as it came. */
export function hasEnded({ state }: { state: (typeof workStates)[number] }): boolean {
  return state === "done" || state === "failed";
}

/** What takes a change back is begun again where it failed, and where records were refused: one that was in the trash may be back. */
export function goesOn({ state, refused }: { state: (typeof workStates)[number]; refused: number }): boolean {
  return state === "failed" || (state === "done" && refused > 0);
}
