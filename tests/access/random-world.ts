import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { applyMigrations } from "@/db/migrate";
import { connect, type Database, openDatabase } from "@/db/open";
import { accountContacts, accountShares, accounts, contacts, groupMembers, groups, roles, users } from "@/db/schema";

export const sizes = { users: 5, groups: 3, accounts: 8, contacts: 6 };
const person = fc.option(fc.integer({ min: 1, max: sizes.users }), { nil: null });
const group = fc.integer({ min: 1, max: sizes.groups });
const account = fc.integer({ min: 1, max: sizes.accounts });
const contact = fc.integer({ min: 1, max: sizes.contacts });

const owner = fc.oneof(
  person.map((ownerId) => ({ ownerId, ownerGroupId: null })),
  group.map((ownerGroupId) => ({ ownerId: null, ownerGroupId })),
);

/** What may happen to who owns, knows and shares what. */
export const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("own" as const), account, owner }),
    fc.record({ do: fc.constant("ownContact" as const), contact, owner }),
    fc.record({ do: fc.constant("relate" as const), account, contact }),
    fc.record({ do: fc.constant("unrelate" as const), account, contact }),
    fc.record({ do: fc.constant("share" as const), account, group }),
    fc.record({ do: fc.constant("unshare" as const), account, group }),
    fc.record({ do: fc.constant("trashContact" as const), contact, isGone: fc.boolean() }),
  ),
  { minLength: 5, maxLength: 40 },
);
export type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

/** Which role each user holds (1 above 2 above 3; 4 apart under 1) and which groups. */
export const teams = fc.array(fc.record({ role: fc.integer({ min: 1, max: 4 }), groups: fc.subarray([1, 2, 3]) }), {
  minLength: sizes.users,
  maxLength: sizes.users,
});
export type Team = typeof teams extends fc.Arbitrary<infer T> ? T : never;

const stamps = { createdAt: 0, updatedAt: 0 };

export function emptyWorld(team: Team): Database {
  const handle = openDatabase(":memory:");
  applyMigrations(handle);
  const db = connect(handle);
  db.insert(roles)
    .values([null, 1, 2, 1].map((parentId, i) => ({ id: i + 1, name: `r${i + 1}`, parentId, ...stamps })))
    .run();
  const row = (i: number) => ({ id: i + 1, name: `user ${i + 1}`, email: `${i}@x`, emailKey: `${i}@x`, passwordHash: "x", roleId: team[i]!.role, ...stamps });
  db.insert(users)
    .values(team.map((_, i) => row(i)))
    .run();
  db.insert(groups)
    .values(Array.from({ length: sizes.groups }, (_, i) => ({ id: i + 1, name: `g${i + 1}`, ...stamps })))
    .run();
  const members = team.flatMap(({ groups: held }, i) => held.map((groupId) => ({ groupId, userId: i + 1 })));
  if (members.length > 0) db.insert(groupMembers).values(members).run();
  const named = (kind: string, i: number) => ({ id: i + 1, nameKey: `${kind}${i + 1}`, ...stamps });
  db.insert(accounts)
    .values(Array.from({ length: sizes.accounts }, (_, i) => ({ ...named("a", i), name: `a${i + 1}`, ownerKey: "", cityKey: "" })))
    .run();
  db.insert(contacts)
    .values(Array.from({ length: sizes.contacts }, (_, i) => ({ ...named("c", i), givenName: `c${i + 1}` })))
    .run();
  return db;
}

export function take(db: Database, step: Step) {
  switch (step.do) {
    case "own":
      return db.update(accounts).set(step.owner).where(eq(accounts.id, step.account)).run();
    case "ownContact":
      return db.update(contacts).set(step.owner).where(eq(contacts.id, step.contact)).run();
    case "relate":
      return db
        .insert(accountContacts)
        .values({ accountId: step.account, contactId: step.contact, ...stamps })
        .onConflictDoNothing()
        .run();
    case "unrelate":
      return db.delete(accountContacts).where(sql`account_id = ${step.account} and contact_id = ${step.contact}`).run();
    case "share":
      return db.insert(accountShares).values({ accountId: step.account, groupId: step.group }).onConflictDoNothing().run();
    case "unshare":
      return db.delete(accountShares).where(sql`account_id = ${step.account} and group_id = ${step.group}`).run();
    case "trashContact":
      return db
        .update(contacts)
        .set({ deletedAt: step.isGone ? 1 : null })
        .where(eq(contacts.id, step.contact))
        .run();
  }
}
