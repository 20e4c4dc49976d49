import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { indented, listProfiles, listRoles } from "@/lib/scheme/queries";
import { hiddenByAll, type Rights, type Standing } from "./rights";

export type UserRow = ReturnType<typeof listUsers>[number];
export type User = NonNullable<ReturnType<typeof findUser>>;

/** The whole team: never so many that it needs pages. */
export function listUsers(scope: Scope) {
  const { users, roles, userProfiles, profiles, groupMembers, groups } = scope;
  const names = sql<
    string | null
  >`(select group_concat(${profiles.name}, ', ') from ${userProfiles} join ${profiles} on ${profiles.id} = ${userProfiles.profileId}
    where ${userProfiles.userId} = ${users.id})`;
  const groupNames = sql<string | null>`(select group_concat(${groups.name}, ', ') from ${groupMembers} join ${groups} on ${groups.id} = ${groupMembers.groupId}
    where ${groupMembers.userId} = ${users.id})`;
  return scope
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      isAdmin: users.isAdmin,
      isActive: users.isActive,
      roleId: users.roleId,
      role: roles.name,
      profiles: names,
      groups: groupNames,
    })
    .from(users)
    .leftJoin(roles, eq(roles.id, users.roleId))
    .orderBy(sql`${users.isActive} desc`, asc(users.name))
    .all();
}

/** A colleague with what they may do, for showing and for deciding who may change it. */
export function findUser(scope: Scope, id: number | string) {
  const { users, userProfiles, groupMembers } = scope;
  const key = Number(id);
  const user = Number.isSafeInteger(key) ? scope.select().from(users).where(eq(users.id, key)).get() : undefined;
  if (!user) return undefined;
  const held = scope.select({ id: userProfiles.profileId }).from(userProfiles).where(eq(userProfiles.userId, key)).all();
  const inside = scope.select({ id: groupMembers.groupId }).from(groupMembers).where(eq(groupMembers.userId, key)).all();
  const profileIds = held.map(({ id }) => id);
  const groupIds = inside.map(({ id }) => id);
  return { ...user, profileIds, groupIds, rights: rightsOf(scope, { ...user, profileIds, groupIds }), standing: standingOf(scope) };
}

/** What these choices would let a person do. */
export function rightsOf(scope: Scope, choices: { isAdmin: boolean; roleId: number; profileIds: number[]; groupIds: number[] }): Rights {
  const { profiles, profileGrants } = scope;
  const { isAdmin, roleId, profileIds, groupIds } = choices;
  const grants = scope.select().from(profileGrants).where(inArray(profileGrants.profileId, profileIds)).all();
  const chosen = scope.select({ hiddenFields: profiles.hiddenFields }).from(profiles).where(inArray(profiles.id, profileIds)).all();
  return { isAdmin, roleId, groupIds, grants, hidden: hiddenByAll(chosen) };
}

/** The viewer's own role with those below it, and their groups. */
export function standingOf(scope: Scope): Standing {
  const { users, roles, groupMembers, viewer } = scope;
  if (viewer.kind !== "staff") return { ownRoleId: undefined, roleIds: [], groupIds: [] };
  const own = scope.select({ roleId: users.roleId }).from(users).where(eq(users.id, viewer.userId)).get();
  const tree = scope.select({ id: roles.id, parentId: roles.parentId }).from(roles).all();
  // Hidden from who may not see users: nothing stands below a role one does not know.
  const roleIds = own?.roleId ? [own.roleId] : [];
  for (const id of roleIds) roleIds.push(...tree.filter(({ parentId }) => parentId === id).map((role) => role.id));
  const mine = scope.select({ id: groupMembers.groupId }).from(groupMembers).where(eq(groupMembers.userId, viewer.userId)).all();
  return { ownRoleId: own?.roleId, roleIds, groupIds: mine.map(({ id }) => id) };
}

export type GroupRow = ReturnType<typeof listGroups>[number];

export function listGroups(scope: Scope) {
  const { groups, groupMembers, users } = scope;
  const members = scope
    .select({ groupId: groupMembers.groupId, id: users.id, name: users.name })
    .from(groupMembers)
    .innerJoin(users, eq(users.id, groupMembers.userId))
    .orderBy(asc(users.name))
    .all();
  return scope
    .select({ id: groups.id, name: groups.name, version: groups.version })
    .from(groups)
    .orderBy(asc(groups.name))
    .all()
    .map((group) => ({ ...group, members: members.filter(({ groupId }) => groupId === group.id) }));
}

export function findGroup(scope: Scope, id: number | string) {
  return listGroups(scope).find((group) => group.id === Number(id));
}

export function userChoicesFor(scope: Scope) {
  return {
    roles: listRoles(scope).map(({ id, name, depth }) => ({ value: id, label: indented(name, depth) })),
    profiles: listProfiles(scope).map(({ id, name }) => ({ value: id, label: name })),
    groups: listGroups(scope).map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** Who can be in a group: the active, and whoever is inside already. */
export function peopleFor(scope: Scope, group?: GroupRow) {
  const inside = new Set(group?.members.map(({ id }) => id));
  return listUsers(scope)
    .filter(({ id, isActive }) => isActive || inside.has(id))
    .map(({ id, name }) => ({ value: id, label: name }));
}
