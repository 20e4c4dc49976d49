import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { type Scope, scopeFor } from "@/lib/access/scope";
import type { CircleSize, StaffViewer } from "@/lib/access/viewer";
import { accountFilters } from "@/lib/accounts/filters";
import { listAccounts } from "@/lib/accounts/list";
import { findKeys } from "@/lib/search/find";
import { emptyWorld, type Step, sizes, steps, type Team, take, teams } from "./random-world";

const runs = Number(process.env.PROPERTY_RUNS ?? 200);
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const reaches = ["own", "group", "subordinates"] as const;

type Facts = {
  owners: Map<number, { user: number | null; group: number | null }>;
  related: { account: number; user: number | null; group: number | null }[];
  shared: [account: number, group: number][];
};

/** The rule of the permission model, written out plainly over the plain tables. */
function visible(facts: Facts, team: Team, me: number, reach: (typeof reaches)[number]): number[] {
  const groupsOf = (user: number) => team[user - 1]!.groups;
  const parents = { 1: [] as number[], 2: [1], 3: [1, 2], 4: [1] };
  const isBelow = (user: number) => parents[team[user - 1]!.role as 1 | 2 | 3 | 4].includes(team[me - 1]!.role);
  const all = team.map((_, i) => i + 1);
  const mates = all.filter((user) => groupsOf(user).some((group) => groupsOf(me).includes(group)));
  const below = all.filter(isBelow);

  const owns = (account: number, user: number) => facts.owners.get(account)?.user === user;
  const knows = (account: number, user: number) => facts.related.some((related) => related.account === account && related.user === user);
  const mine = (account: number) => owns(account, me) || knows(account, me);
  const ofGroup = (account: number) =>
    mine(account) ||
    mates.some((mate) => owns(account, mate)) ||
    groupsOf(me).some(
      (group) =>
        facts.related.some((related) => related.account === account && related.group === group) ||
        facts.owners.get(account)?.group === group ||
        facts.shared.some(([shared, with_]) => shared === account && with_ === group),
    );
  const ofTeam = (account: number) => ofGroup(account) || below.some((user) => owns(account, user) || knows(account, user));
  const rule = { own: mine, group: ofGroup, subordinates: ofTeam }[reach];
  return Array.from({ length: sizes.accounts }, (_, i) => i + 1).filter(rule);
}

function factsOf(db: Database): Facts {
  const owners = db.all<{ id: number; user: number | null; group: number | null }>(sql`select id, owner_id as "user", owner_group_id as "group" from accounts`);
  const related = db.all<Facts["related"][number]>(
    sql`select ac.account_id as account, c.owner_id as "user", c.owner_group_id as "group" from account_contacts ac join contacts c on c.id = ac.contact_id where c.deleted_at is null`,
  );
  const shared = db.all<{ account: number; group: number }>(sql`select account_id as account, group_id as "group" from account_shares`);
  return {
    owners: new Map(owners.map(({ id, user, group }) => [id, { user, group }])),
    related,
    shared: shared.map(({ account, group }) => [account, group]),
  };
}

const shapes = ["few", "some", "many"] as const satisfies CircleSize[];

/** What each shape of query shows, and what search finds, for one viewer and reach. */
function shown(db: Database, me: number, reach: (typeof reaches)[number]) {
  const loaded = loadStaffViewer(db, me, 0)!;
  const seeing = (size: CircleSize, others: CircleSize = "many") => {
    const circles = { ...loaded.circles, [reach]: { ...loaded.circles[reach], size, others } };
    return scopeFor({ ...loaded, circles, grants: { accounts: { view: reach } } } satisfies StaffViewer, db);
  };
  const listed = ({ select, accounts }: Scope) => inOrder(select({ id: accounts.id }).from(accounts).all());
  const found = Array.from({ length: sizes.accounts }, (_, i) => findKeys(seeing("many"), "account", `a${i + 1}`).map((id) => ({ id }))).flat();
  const beside = seeing("many", "few");
  const walked = inOrder(paged(beside, "name"));
  expect(paged(beside, "-name").toReversed()).toEqual(paged(beside, "name"));
  return { ...Object.fromEntries(shapes.map((size) => [size, listed(seeing(size))])), found: inOrder(found), walked };
}

/** The list by its pages, two rows at a time. */
function paged(scope: Scope, sort: string) {
  const rows: { id: number }[] = [];
  for (let next: string | undefined = ""; next !== undefined; ) {
    const page = listAccounts(scope, accountFilters.parse({ sort, cursor: next }), { size: 2 });
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}

function inOrder(rows: { id: number }[]) {
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/** Whoever owns an account reaches it by that: that one of its contacts is theirs too says nothing. */
function toldTwice(db: Database) {
  return db.all(sql`select account_id from account_access join accounts on id = account_id where principal = 'c' || owner_id`);
}

function check(team: Team, history: Step[], sabotage?: string) {
  const db = emptyWorld(team);
  if (sabotage) db.run(sql.raw(`drop trigger ${sabotage}`));
  for (const step of history) take(db, step);
  const facts = factsOf(db);
  for (const me of team.keys()) {
    for (const reach of reaches) {
      const expected = visible(facts, team, me + 1, reach);
      expect(shown(db, me + 1, reach)).toEqual({ few: expected, some: expected, many: expected, found: expected, walked: expected });
    }
  }
  expect(toldTwice(db)).toEqual([]);
  const counts = db.all(sql`select principal, accounts from account_access_counts where accounts > 0 order by principal`);
  expect(counts).toEqual(db.all(sql`select principal, count(*) as accounts from account_access group by principal order by principal`));
  db.$client.close();
}

test(
  `what a viewer sees is the rule written out, in ${runs} worlds, in each shape and in search (seed ${seed})`,
  () => {
    fc.assert(
      fc.property(teams, steps, (team, history) => check(team, history)),
      { seed, numRuns: runs },
    );
  },
  runs * 3_000,
);

const plainTeam: Team = Array.from({ length: sizes.users }, (_, i) => ({ role: i === 0 ? 2 : 3, groups: [1] }));

/** Short histories that go wrong when the trigger they depend on is missing. */
const controls: Record<string, Step[]> = {
  accounts_access_update: [{ do: "own", account: 1, owner: { ownerId: 1, ownerGroupId: null } }],
  contacts_access_update: [
    { do: "relate", account: 1, contact: 1 },
    { do: "ownContact", contact: 1, owner: { ownerId: 1, ownerGroupId: null } },
  ],
  account_contacts_access_insert: [
    { do: "ownContact", contact: 1, owner: { ownerId: 1, ownerGroupId: null } },
    { do: "relate", account: 1, contact: 1 },
  ],
  account_contacts_access_delete: [
    { do: "ownContact", contact: 1, owner: { ownerId: 1, ownerGroupId: null } },
    { do: "relate", account: 1, contact: 1 },
    { do: "unrelate", account: 1, contact: 1 },
  ],
  account_shares_access_insert: [{ do: "share", account: 1, group: 1 }],
  account_shares_access_delete: [
    { do: "share", account: 1, group: 1 },
    { do: "unshare", account: 1, group: 1 },
  ],
};

test.each(Object.entries(controls))("without the trigger %s the comparison fails", (trigger, history) => {
  check(plainTeam, history);
  expect(() => check(plainTeam, history, trigger)).toThrow();
});

test("whoever gives their account away still reaches it through a contact of theirs", () => {
  const mine = { ownerId: 1, ownerGroupId: null };
  const history: Step[] = [
    { do: "own", account: 1, owner: mine },
    { do: "ownContact", contact: 1, owner: mine },
    { do: "relate", account: 1, contact: 1 },
    { do: "own", account: 1, owner: { ownerId: 2, ownerGroupId: null } },
  ];
  check(plainTeam, history);
  check(plainTeam, [...history, { do: "own", account: 1, owner: mine }]);
});
