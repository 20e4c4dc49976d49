import type { Entry } from "@/lib/access/entry";
import type { Scope } from "@/lib/access/scope";
import { fold, sortKey } from "@/lib/core/text";
import type { standings, UserFilters } from "./filters";
import { listUsers, type UserRow } from "./queries";

type Found = UserRow & { entry?: Entry };

/** The colleagues that match, in the order asked for. `entries` tells who never came in. */
export function usersFound(scope: Scope, filters: UserFilters, entries: ReadonlyMap<number, Entry>): Found[] {
  const { q, state, role, profile, group, sort } = filters;
  const words = fold(q).split(/\s+/);
  const [inProfile, inGroup] = [holdersOf(scope, profile), membersOf(scope, group)];
  const found = listUsers(scope)
    .map((user) => ({ ...user, entry: user.isActive ? entries.get(user.id) : undefined }))
    .filter((user) => words.every((word) => fold(`${user.name} ${user.email ?? ""}`).includes(word)))
    .filter((user) => state === undefined || standingOf(user) === state)
    .filter(({ id, roleId }) => (role === undefined || roleId === role) && (inProfile?.has(id) ?? true) && (inGroup?.has(id) ?? true));
  return sort === "usual" ? found : inOrder(found, sort);
}

function standingOf({ isActive, entry }: Found): (typeof standings)[number] {
  if (!isActive) return "inactive";
  return entry && !entry.hasPassword ? "waiting" : "active";
}

function inOrder(rows: Found[], sort: Exclude<UserFilters["sort"], "usual">): Found[] {
  const turn = sort.startsWith("-") ? -1 : 1;
  const key = (user: Found) => sortKey(user[sort.replace("-", "") as "name" | "email" | "role"] ?? "");
  return rows.toSorted((one, other) => turn * (key(one) < key(other) ? -1 : Number(key(one) > key(other))) || one.id - other.id);
}

function holdersOf({ userProfiles, select }: Scope, profile: number | undefined): Set<number> | undefined {
  if (profile === undefined) return undefined;
  const rows = select({ userId: userProfiles.userId, profileId: userProfiles.profileId }).from(userProfiles).all();
  return new Set(rows.filter(({ profileId }) => profileId === profile).map(({ userId }) => userId));
}

function membersOf({ groupMembers, select }: Scope, group: number | undefined): Set<number> | undefined {
  if (group === undefined) return undefined;
  const rows = select({ userId: groupMembers.userId, groupId: groupMembers.groupId }).from(groupMembers).all();
  return new Set(rows.filter(({ groupId }) => groupId === group).map(({ userId }) => userId));
}
