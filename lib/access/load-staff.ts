import { and, eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { accountAccessCounts, company, groupMembers, profileGrants, profiles, roles, userProfiles, users } from "@/db/schema";
import { hideableFields, type Module, type ReachName, reaches, type Verb } from "@/db/vocabulary";
import { dayOf } from "@/lib/core/dates";
import type { Circle, StaffViewer } from "./viewer";

/** Above this many reached accounts a query walks the list's own index instead of starting from what is reached. */
export const fewAccounts = 5000;

/** The viewer as they stand now, or undefined when there is no such active user. `now` in UTC milliseconds. */
export function loadStaffViewer(reader: Reader, userId: number, now: number): StaffViewer | undefined {
  const user = reader
    .select({ id: users.id, name: users.name, isAdmin: users.isAdmin, locale: users.locale, zone: users.zone, roleId: users.roleId, companyZone: company.zone })
    .from(users)
    .leftJoin(company, eq(company.id, 1))
    .where(and(eq(users.id, userId), eq(users.isActive, true)))
    .get();
  if (!user) return undefined;

  const zone = user.zone ?? user.companyZone ?? "UTC";
  const held = profilesOf(reader, userId);
  return {
    kind: "staff",
    userId,
    name: user.name,
    isAdmin: user.isAdmin,
    locale: user.locale,
    zone,
    today: dayOf(now, zone),
    grants: widest(held.flatMap(({ grants }) => grants)),
    hidden: user.isAdmin ? [] : hideableFields.filter((field) => held.length > 0 && held.every(({ hiddenFields }) => hiddenFields.includes(field))),
    circles: circlesOf(reader, userId, user.roleId),
  };
}

type Grant = { module: Module; verb: Verb; reach: ReachName };

function profilesOf(reader: Reader, userId: number) {
  const held = reader
    .select({ id: profiles.id, hiddenFields: profiles.hiddenFields })
    .from(userProfiles)
    .innerJoin(profiles, eq(profiles.id, userProfiles.profileId))
    .where(eq(userProfiles.userId, userId))
    .all();
  const grants = reader
    .select()
    .from(profileGrants)
    .where(
      inArray(
        profileGrants.profileId,
        held.map(({ id }) => id),
      ),
    )
    .all();
  return held.map(({ id, hiddenFields }) => ({ hiddenFields, grants: grants.filter(({ profileId }) => profileId === id) }));
}

/** Of several profiles the widest reach holds. */
function widest(grants: Grant[]): StaffViewer["grants"] {
  const result: { [M in Module]?: { [V in Verb]?: ReachName } } = {};
  for (const { module, verb, reach } of grants) {
    result[module] ??= {};
    const verbs = result[module];
    const held = verbs[verb];
    if (held === undefined || reaches.indexOf(reach) > reaches.indexOf(held)) verbs[verb] = reach;
  }
  return result;
}

function circlesOf(reader: Reader, userId: number, roleId: number): StaffViewer["circles"] {
  const myGroups = reader.select({ id: groupMembers.groupId }).from(groupMembers).where(eq(groupMembers.userId, userId)).all();
  const groupIds = myGroups.map(({ id }) => id);
  const members = reader.selectDistinct({ id: groupMembers.userId }).from(groupMembers).where(inArray(groupMembers.groupId, groupIds)).all();
  const memberIds = members.map(({ id }) => id).filter((id) => id !== userId);
  const belowIds = usersBelow(reader, roleId);

  const own = [`u${userId}`, `c${userId}`];
  const group = [...own, ...groupIds.map((id) => `g${id}`), ...memberIds.map((id) => `u${id}`)];
  const subordinates = [...new Set([...group, ...belowIds.flatMap((id) => [`u${id}`, `c${id}`])])];
  const counts = countsOf(reader, subordinates);

  const circle = (ownerIds: number[], principals: string[]): Circle => ({
    ownerIds,
    principals,
    isFew: principals.reduce((sum, principal) => sum + (counts.get(principal) ?? 0), 0) <= fewAccounts,
  });
  return {
    own: circle([userId], own),
    group: circle([userId, ...memberIds], group),
    subordinates: circle([...new Set([userId, ...memberIds, ...belowIds])], subordinates),
  };
}

/** Users whose role stands strictly below. */
function usersBelow(reader: Reader, roleId: number): number[] {
  const rows = reader.all<{ id: number }>(sql`
    with recursive below (id) as (
      select ${roles.id} from ${roles} where ${roles.parentId} = ${roleId}
      union select r.id from ${roles} r join below on r.parent_id = below.id
    )
    select ${users.id} as id from ${users} where ${users.roleId} in (select id from below)`);
  return rows.map(({ id }) => id);
}

function countsOf(reader: Reader, principals: string[]) {
  const rows = reader.select().from(accountAccessCounts).where(inArray(accountAccessCounts.principal, principals)).all();
  return new Map(rows.map(({ principal, accounts }) => [principal, accounts]));
}
