import type { Module } from "@/db/vocabulary";
import { reachOf } from "./permissions";
import type { Circle, StaffViewer } from "./viewer";

/** A record as sight is decided about it: whose it is, and the principals (`u7`, `c7`, `g3`) that reach the accounts it is filed under. */
export type Filed = { module: Module; ownerIds: readonly number[]; principals: readonly string[] };

export const sightRules = [
  "administrator",
  "all",
  "owner",
  "account_owner",
  "contact_owner",
  "group",
  "group_mate",
  "subordinate",
  "subordinate_contact",
] as const;

/** Why somebody sees a record, by the closest rule that lets them. `through` is the group, or the colleague, of the last four. */
export type Sight = { rule: (typeof sightRules)[number]; through?: number };

/** Undefined for whoever does not see it. Says the same as the scope, rule by rule: `tests/access/sight.test.ts` compares them. */
export function sightOf(viewer: StaffViewer, { module, ownerIds, principals }: Filed): Sight | undefined {
  const reach = reachOf(viewer, module, "view");
  if (reach === undefined) return undefined;
  if (viewer.isAdmin) return { rule: "administrator" };
  if (reach === "all" || module === "catalog") return { rule: "all" };
  const { own, group, subordinates } = viewer.circles;
  const closest = ownSight(viewer.userId, ownerIds, principals, own);
  if (closest || reach === "own") return closest;
  const shared = groupSight(group, ownerIds, principals);
  return shared || reach === "group" ? shared : subordinateSight(subordinates, ownerIds, principals);
}

function ownSight(userId: number, ownerIds: readonly number[], principals: readonly string[], own: Circle): Sight | undefined {
  if (ownerIds.includes(userId)) return { rule: "owner" };
  const principal = principals.find((one) => own.principals.includes(one));
  return principal === undefined ? undefined : { rule: principal.startsWith("u") ? "account_owner" : "contact_owner" };
}

function groupSight(group: Circle, ownerIds: readonly number[], principals: readonly string[]): Sight | undefined {
  const principal = principals.find((one) => group.principals.includes(one));
  if (principal?.startsWith("g")) return { rule: "group", through: numberOf(principal) };
  const mate = ownerIds.find((id) => group.ownerIds.includes(id)) ?? (principal === undefined ? undefined : numberOf(principal));
  return mate === undefined ? undefined : { rule: "group_mate", through: mate };
}

function subordinateSight(below: Circle, ownerIds: readonly number[], principals: readonly string[]): Sight | undefined {
  const owner = ownerIds.find((id) => below.ownerIds.includes(id));
  if (owner !== undefined) return { rule: "subordinate", through: owner };
  const principal = principals.find((one) => below.principals.includes(one));
  if (principal === undefined) return undefined;
  return { rule: principal.startsWith("c") ? "subordinate_contact" : "subordinate", through: numberOf(principal) };
}

function numberOf(principal: string): number {
  return Number(principal.slice(1));
}
