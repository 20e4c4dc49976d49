import { and, eq, sql } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { accountAccessCounts, company, groupMembers, profileGrants, profiles, userProfiles, users } from "@/db/schema";
import { hideableFields, type Module, type ReachName, reaches, type Verb } from "@/db/vocabulary";
import { dayOf } from "@/lib/core/dates";
import { prepared } from "./prepared";
import { type Circle, type CircleSize, otherPrincipals, type StaffViewer } from "./viewer";

/** Up to so many reached accounts, counted once for each principal, a query starts from them; above, it walks the list's own index. */
export const fewAccounts = 5_000;
/** Up to so many it gathers them in a set first; above, it probes each row it walks past. */
export const someAccounts = 20_000;

/** The viewer as they stand now, or undefined when there is no such active user. `now` in UTC milliseconds. */
export function loadStaffViewer(reader: Reader, userId: number, now: number): StaffViewer | undefined {
  const user = userQuery(reader).get({ userId });
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
    off: user.off ?? [],
    grants: widest(held.flatMap(({ grants }) => grants)),
    hidden: user.isAdmin ? [] : hideableFields.filter((field) => held.length > 0 && held.every(({ hiddenFields }) => hiddenFields.includes(field))),
    circles: circlesOf(reader, userId, user.roleId),
  };
}

type Grant = { module: Module; verb: Verb; reach: ReachName };

function profilesOf(reader: Reader, userId: number) {
  const grants = grantsQuery(reader).all({ userId });
  return profilesQuery(reader)
    .all({ userId })
    .map(({ id, hiddenFields }) => ({ hiddenFields, grants: grants.filter(({ profileId }) => profileId === id) }));
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
  const groupIds = groupsQuery(reader)
    .all({ userId })
    .map(({ id }) => id);
  const memberIds = membersQuery(reader)
    .all({ userId })
    .map(({ id }) => id);
  const belowIds = belowQuery(reader)
    .all({ roleId })
    .map(({ id }) => id);

  const own = [`u${userId}`, `c${userId}`];
  const group = [...own, ...groupIds.map((id) => `g${id}`), ...memberIds.map((id) => `u${id}`)];
  const subordinates = [...new Set([...group, ...belowIds.flatMap((id) => [`u${id}`, `c${id}`])])];
  const counts = new Map(
    countsQuery(reader)
      .all({ principals: JSON.stringify(subordinates) })
      .map(({ principal, accounts }) => [principal, accounts]),
  );

  const sizeOfAll = (principals: string[]) => sizeOf(principals.reduce((sum, principal) => sum + (counts.get(principal) ?? 0), 0));
  const circle = (ownerIds: number[], principals: string[]): Circle => ({
    ownerIds,
    principals,
    size: sizeOfAll(principals),
    others: sizeOfAll(otherPrincipals(ownerIds, principals)),
  });
  return {
    own: circle([userId], own),
    group: circle([userId, ...memberIds], group),
    subordinates: circle([...new Set([userId, ...memberIds, ...belowIds])], subordinates),
  };
}

function sizeOf(accounts: number): CircleSize {
  if (accounts <= fewAccounts) return "few";
  return accounts <= someAccounts ? "some" : "many";
}

const userQuery = prepared((reader) =>
  reader
    .select({
      ...{ id: users.id, name: users.name, isAdmin: users.isAdmin, locale: users.locale, zone: users.zone, roleId: users.roleId },
      ...{ companyZone: company.zone, off: company.offModules },
    })
    .from(users)
    .leftJoin(company, eq(company.id, 1))
    .where(and(eq(users.id, sql.placeholder("userId")), eq(users.isActive, true)))
    .prepare(),
);

const profilesQuery = prepared((reader) =>
  reader
    .select({ id: profiles.id, hiddenFields: profiles.hiddenFields })
    .from(userProfiles)
    .innerJoin(profiles, eq(profiles.id, userProfiles.profileId))
    .where(eq(userProfiles.userId, sql.placeholder("userId")))
    .prepare(),
);

const grantsQuery = prepared((reader) =>
  reader
    .select({ profileId: profileGrants.profileId, module: profileGrants.module, verb: profileGrants.verb, reach: profileGrants.reach })
    .from(userProfiles)
    .innerJoin(profileGrants, eq(profileGrants.profileId, userProfiles.profileId))
    .where(eq(userProfiles.userId, sql.placeholder("userId")))
    .prepare(),
);

const groupsQuery = prepared((reader) =>
  reader
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .where(eq(groupMembers.userId, sql.placeholder("userId")))
    .prepare(),
);

const membersQuery = prepared((reader) =>
  reader
    .selectDistinct({ id: groupMembers.userId })
    .from(groupMembers)
    .where(
      sql`${groupMembers.groupId} in (select group_id from group_members where user_id = ${sql.placeholder("userId")}) and ${groupMembers.userId} <> ${sql.placeholder("userId")}`,
    )
    .prepare(),
);

/** Users whose role stands strictly below. */
const belowQuery = prepared((reader) =>
  reader
    .select({ id: users.id })
    .from(users)
    .where(
      sql`${users.roleId} in (
        with recursive below (id) as (
          select id from roles where parent_id = ${sql.placeholder("roleId")}
          union select r.id from roles r join below on r.parent_id = below.id
        )
        select id from below)`,
    )
    .prepare(),
);

const countsQuery = prepared((reader) =>
  reader
    .select()
    .from(accountAccessCounts)
    .where(sql`${accountAccessCounts.principal} in (select value from json_each(${sql.placeholder("principals")}))`)
    .prepare(),
);
