import type { workStates } from "@/db/vocabulary";
import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { canChangeMany } from "@/lib/lists/policy";
import type { BulkField } from "./targets";

/** Who may give records away is offered whom to; the rest is for who edits. */
export function mayChangeField(viewer: Viewer, list: string, field: BulkField | "tags"): boolean {
  return grants(viewer, list as "accounts", field === "owner" ? "assign" : "edit");
}

/** Whoever made it, and an administrator. */
export function canUndoBulk(viewer: Viewer, bulk: { list: "accounts" | "contacts" | "prospects"; ownerId: number }): boolean {
  return viewer.kind === "staff" && (viewer.userId === bulk.ownerId || viewer.isAdmin) && canChangeMany(viewer, bulk.list);
}

/** A change that failed halfway can be taken back as far as it came. */
export function hasEnded({ state }: { state: (typeof workStates)[number] }): boolean {
  return state === "done" || state === "failed";
}

/** What takes a change back is begun again where it failed, and where records were refused: one that was in the trash may be back. */
export function goesOn({ state, refused }: { state: (typeof workStates)[number]; refused: number }): boolean {
  return state === "failed" || (state === "done" && refused > 0);
}
