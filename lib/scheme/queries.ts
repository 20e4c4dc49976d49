import { asc, count, eq } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { makesLoop } from "./rules";

export type RoleRow = ReturnType<typeof listRoles>[number];
export type ProfileRow = ReturnType<typeof listProfiles>[number];

/** The role tree from the top, each with how deep it stands and how many have it. */
export function listRoles(scope: Scope) {
  const { roles, users } = scope;
  const held = scope.select({ roleId: users.roleId, people: count() }).from(users).groupBy(users.roleId).all();
  const all = scope.select().from(roles).orderBy(asc(roles.name)).all();
  type Node = (typeof all)[number] & { depth: number; people: number };
  const under = (parentId: number | null, depth: number): Node[] =>
    all
      .filter((role) => role.parentId === parentId)
      .flatMap((role) => [{ ...role, depth, people: held.find(({ roleId }) => roleId === role.id)?.people ?? 0 }, ...under(role.id, depth + 1)]);
  return under(null, 0);
}

export function findRole(scope: Scope, id: number | string) {
  const { roles } = scope;
  const key = Number(id);
  return Number.isSafeInteger(key) ? scope.select().from(roles).where(eq(roles.id, key)).get() : undefined;
}

/** Below whom a role can be put: below anybody but itself and those under it. */
export function placesFor(scope: Scope, id?: number) {
  const tree = listRoles(scope);
  return tree
    .filter((role) => id === undefined || !makesLoop(tree, id, role.id))
    .map(({ id: value, name, depth }) => ({ value, label: indented(name, depth) }));
}

export function indented(name: string, depth: number): string {
  return `${"\u00a0\u00a0".repeat(depth)}${name}`;
}

export function listProfiles(scope: Scope) {
  const { profiles, profileGrants } = scope;
  const grants = scope.select().from(profileGrants).all();
  return scope
    .select()
    .from(profiles)
    .orderBy(asc(profiles.id))
    .all()
    .map((profile) => ({ ...profile, grants: grants.filter(({ profileId }) => profileId === profile.id) }));
}

export function findProfile(scope: Scope, id: number | string) {
  return listProfiles(scope).find((profile) => profile.id === Number(id));
}
