import { type HideableField, hideableFields, type Module, type ReachName, reaches, type Verb } from "@/db/vocabulary";
import { heldReach, reachOf } from "@/lib/access/permissions";
import type { StaffViewer } from "@/lib/access/viewer";

export type Rights = {
  isAdmin: boolean;
  roleId: number;
  groupIds: number[];
  grants: { module: Module; verb: Verb; reach: ReachName }[];
  /** What every one of the profiles hides. */
  hidden: HideableField[];
};
/** Where the viewer stands: their groups, their role and the ones below it. */
export type Standing = { ownRoleId: number | undefined; roleIds: number[]; groupIds: number[] };

/** Nobody grants more than they have, nor touches who has more. */
export function covers(viewer: StaffViewer, standing: Standing, rights: Rights): boolean {
  if (viewer.isAdmin) return true;
  return (
    !rights.isAdmin &&
    standing.roleIds.includes(rights.roleId) &&
    rights.groupIds.every((id) => standing.groupIds.includes(id)) &&
    rights.grants.every(({ module, verb, reach }) => isWithin(reach, heldReach(viewer, module, verb))) &&
    viewer.hidden.every((field) => rights.hidden.includes(field))
  );
}

/** A colleague beside oneself is not one's own to change, unless the grant reaches everybody. */
export function isUnder(viewer: StaffViewer, standing: Standing, { roleId }: Rights): boolean {
  return reachOf(viewer, "users", "edit") === "all" || (roleId !== standing.ownRoleId && standing.roleIds.includes(roleId));
}

/** A field is hidden from a person only when all their profiles hide it. */
export function hiddenByAll(profiles: { hiddenFields: HideableField[] }[]): HideableField[] {
  return hideableFields.filter((field) => profiles.length > 0 && profiles.every(({ hiddenFields }) => hiddenFields.includes(field)));
}

function isWithin(reach: ReachName, own: ReachName | undefined): boolean {
  return own !== undefined && reaches.indexOf(reach) <= reaches.indexOf(own);
}
