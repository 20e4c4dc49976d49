import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { profileGrants, roles, users } from "@/db/schema";
import { type Module, type ReachName, reaches, type Verb } from "@/db/vocabulary";
import { write } from "@/db/write";
import type { StaffViewer } from "@/lib/access/viewer";
import { deactivateUser } from "@/lib/users/commands";
import { promise } from "../../support/promise";
import { now, viewerOf, type World, world } from "../../support/world";
import { create, edit, letBrunoHire, profileId } from "./hiring";

test("whatever two administrators do to each other, somebody who can come in administers", () => {
  type Deed = (company: World, who: number, whom: number) => void;
  const deeds: Record<string, Deed> = {
    deactivates: (company, who, whom) => write(company.db, (tx) => void deactivateUser(tx, { id: whom }, { viewer: viewerOf(company.db, who), now })),
    demotes: (company, who, whom) => void edit(company, who, whom, { isAdmin: undefined, profileIds: [profileId(company, "Gerencia")] }),
  };
  const left = ({ db }: World) =>
    db
      .select()
      .from(users)
      .all()
      .filter(({ isAdmin, isActive, passwordHash }) => isAdmin && isActive && passwordHash !== "").length;
  const played = (first: Deed, second: Deed) => {
    const company = world();
    const { marta, bruno } = company.ids;
    edit(company, marta, bruno, { isAdmin: "on" });
    const seen = [viewerOf(company.db, marta), viewerOf(company.db, bruno)];
    first(company, seen[0]!.userId, bruno);
    try {
      // Both were administrators when they asked: the second's page is as old as the first's.
      second(company, marta, marta);
    } catch (error) {
      expect(String(error)).toMatch(/last_administrator|deactivate_yourself/);
    }
    return left(company);
  };
  const pairs = Object.values(deeds).flatMap((first) => Object.values(deeds).map((second) => played(first, second)));
  expect(pairs).toEqual([1, 1, 1, 1]);
  const unchecked: Deed = ({ db }, _who, whom) => void db.update(users).set({ isAdmin: false }).where(eq(users.id, whom)).run();
  expect(played(unchecked, unchecked)).toBe(0);
});

test("whoever is added by somebody who may can do no more than they: every role, profile and group tried", () => {
  const company = world();
  const { db, ids } = company;
  letBrunoHire(company);
  write(db, (tx) => {
    for (const verb of ["view", "create", "edit"] as const)
      tx.insert(profileGrants)
        .values({ profileId: profileId(company, "Ejecutivo"), module: "users", verb, reach: "own" })
        .run();
  });
  const choices = [1, 2, 3, 4].flatMap((profile) =>
    db
      .select({ id: roles.id })
      .from(roles)
      .all()
      .flatMap((role) => [[], [ids.norte], [ids.sur]].map((groupIds) => ({ roleId: role.id, profileIds: [profile], groupIds }))),
  );
  const escalated: string[] = [];
  let tried = 0;
  let made = 0;
  for (const who of [ids.bruno, ids.ana, ids.luis]) {
    for (const choice of choices.flatMap((one) => [one, { ...one, isAdmin: "on" }])) {
      tried += 1;
      const id = attempt(() => create(company, who, { ...choice, email: `x${tried}@ejemplo.test` }).id);
      if (id === undefined) continue;
      made += 1;
      if (!isWithin(viewerOf(db, id), viewerOf(db, who), id)) escalated.push(JSON.stringify({ who, ...choice }));
      db.delete(users).where(eq(users.id, id)).run();
    }
  }
  promise("A8", `${tried} new colleagues tried by 3 people who may add some, ${made} taken, 0 who can do more`);
  expect(escalated).toEqual([]);
  expect(made).toBeGreaterThan(3);
  expect(isWithin(viewerOf(db, ids.clara), viewerOf(db, ids.ana), ids.clara)).toBe(false);
});

test("who may add colleagues and see none of them adds nobody: where they stand is not known to them", () => {
  const company = world();
  const ejecutivo = profileId(company, "Ejecutivo");
  write(company.db, (tx) => void tx.insert(profileGrants).values({ profileId: ejecutivo, module: "users", verb: "create", reach: "all" }).run());
  for (const { id } of company.db.select({ id: roles.id }).from(roles).all()) {
    expect(() => create(company, company.ids.ana, { roleId: id })).toThrow("users.more_than_own");
  }
});

function attempt(deed: () => number): number | undefined {
  try {
    return deed();
  } catch (error) {
    expect(String(error)).toContain("users.more_than_own");
    return undefined;
  }
}

/** The permission model said once more, over what each of the two can do as they stand. */
function isWithin(other: StaffViewer, mine: StaffViewer, otherId: number): boolean {
  const modules = Object.entries(other.grants) as [Module, Partial<Record<Verb, ReachName>>][];
  const within = ({ module, verb, reach }: { module: Module; verb: Verb; reach: ReachName }) =>
    reaches.indexOf(reach) <= reaches.indexOf(mine.grants[module]?.[verb] ?? ("none" as ReachName));
  const grants = modules.flatMap(([module, verbs]) => Object.entries(verbs).map(([verb, reach]) => ({ module, verb: verb as Verb, reach })));
  const people = other.circles.subordinates.ownerIds.filter((id) => id !== otherId);
  return (
    !other.isAdmin &&
    grants.every(within) &&
    mine.hidden.every((field) => other.hidden.includes(field)) &&
    people.every((id) => id === mine.userId || mine.circles.subordinates.ownerIds.includes(id))
  );
}
