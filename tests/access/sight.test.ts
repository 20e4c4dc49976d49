import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, company, groups, portalUsers } from "@/db/schema";
import { type SeenModule, type SwitchableModule, seenModules } from "@/db/vocabulary";
import { customersWhoSee } from "@/lib/access/customers-who-see";
import { filedAs } from "@/lib/access/filed";
import { loadCustomerViewer } from "@/lib/access/load-customer";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { recordName } from "@/lib/access/record-name";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { sightOf, sightRules } from "@/lib/access/sight";
import { whoSees } from "@/lib/access/who-sees";
import { promise } from "../support/promise";
import { now, type World, world } from "../support/world";
import { now as matrixNow, matrixWorld } from "./matrix/world";

function relationOf(scope: Scope, module: SeenModule) {
  const relation = {
    accounts: () => scope.accounts,
    contacts: () => scope.contacts,
    prospects: () => scope.prospects,
    activities: () => scope.activities,
    catalog: () => scope.catalogItems,
    quotes: () => scope.documents("quote"),
    orders: () => scope.documents("order"),
    invoices: () => scope.documents("invoice"),
    receipts: () => scope.documents("receipt"),
  }[module]();
  return relation as Scope["accounts"];
}

const idsIn = (scope: Scope, module: SeenModule) => {
  const relation = relationOf(scope, module);
  return new Set(
    scope
      .select({ id: relation.id })
      .from(relation)
      .all()
      .map(({ id }) => id),
  );
};

const system = { kind: "system", locale: "es", zone: "UTC", today: "2026-08-22" } as const;
type Matrix = ReturnType<typeof matrixWorld>;

/** Each person and record: what is told beside what the scope shows. `rules` gathers by which rules they see. */
function compared({ db, ids }: Matrix, rules = new Set<string>()): { cells: number; wrong: string[] } {
  const everything = scopeFor(system, db);
  const wrong: string[] = [];
  let cells = 0;
  const records = seenModules.map(
    (module) => [module, [...idsIn(everything, module)].map((record) => [record, filedAs(db, module, record)] as const)] as const,
  );
  for (const [name, id] of Object.entries(ids)) {
    const viewer = loadStaffViewer(db, id, matrixNow);
    if (!viewer) continue;
    const scope = scopeFor(viewer, db);
    for (const [module, filed] of records) {
      const seen = idsIn(scope, module);
      for (const [record, filing] of filed) {
        const sight = sightOf(viewer, filing);
        if (sight) rules.add(sight.rule);
        if ((sight !== undefined) !== seen.has(record)) wrong.push(`${name} ${module} ${record}: ${JSON.stringify(sight)}`);
        cells += 1;
      }
    }
  }
  return { cells, wrong };
}

test("whoever is said to see a record sees it, and nobody else, for each person and record of the matrix", () => {
  const matrix = matrixWorld();
  const rules = new Set<string>();
  const { cells, wrong } = compared(matrix, rules);
  promise("A1", `${cells} cells of person and record: what «¿Quién puede ver esto?» says is what the scope shows`);
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(1_000);
  expect([...rules].sort()).toEqual([...sightRules].sort());
  matrix.db.$client.close();
});

test("so it is while each account is shared with each group, and with modules switched off", () => {
  const matrix = matrixWorld();
  const { db } = matrix;
  const before = compared(matrix);
  const seenBy = () =>
    Object.values(matrix.ids).reduce((sum, id) => {
      const viewer = loadStaffViewer(db, id, matrixNow);
      return sum + (viewer ? idsIn(scopeFor(viewer, db), "accounts").size : 0);
    }, 0);
  const alone = seenBy();
  const wrong: string[] = [];
  let [cells, gained] = [0, 0];
  const compareNow = (when: string) => {
    const told = compared(matrix);
    cells += told.cells;
    wrong.push(...told.wrong.map((one) => `${when}: ${one}`));
  };
  for (const { id: groupId } of db.select({ id: groups.id }).from(groups).all()) {
    db.$client.exec("begin");
    db.run(
      sql`insert into account_shares (account_id, group_id) select id, ${groupId} from accounts where owner_group_id is not ${groupId} on conflict do nothing`,
    );
    compareNow(`shared with ${groupId}`);
    gained += seenBy() - alone;
    db.$client.exec("rollback");
  }
  for (const module of ["quotes", "activities", "catalog"] as const) {
    db.update(company)
      .set({ offModules: [module] })
      .run();
    compareNow(`without ${module}`);
  }
  promise("A1", `${cells} more cells with shares and with modules switched off`);
  expect(wrong).toEqual([]);
  expect(gained).toBeGreaterThan(0);
  expect(cells).toBeGreaterThan(4 * before.cells);
  db.$client.close();
});

test("the customers it is said to be seen by in the portal see it, and no others, also without quotes and without invoices", () => {
  const { db } = matrixWorld();
  const wrong: string[] = [];
  let [cells, seen] = [0, 0];
  for (const off of [[], ["quotes"], ["invoices"]] as SwitchableModule[][]) {
    db.update(company).set({ offModules: off }).run();
    const everything = scopeFor(system, db);
    const viewers = db
      .select({ id: portalUsers.id })
      .from(portalUsers)
      .all()
      .map(({ id }) => ({ id, viewer: loadCustomerViewer(db, id, matrixNow) }));
    for (const module of seenModules) {
      const shown = viewers.map(({ id, viewer }) => ({ id, ids: viewer ? idsIn(scopeFor(viewer, db), module) : new Set<number>() }));
      for (const record of idsIn(everything, module)) {
        const told = customersWhoSee(everything, module, record, matrixNow).map(({ id }) => id);
        for (const { id, ids } of shown) {
          cells += 1;
          if (ids.has(record)) seen += 1;
          if (told.includes(id) !== ids.has(record)) wrong.push(`${off} ${id} ${module} ${record}`);
        }
      }
    }
  }
  promise("A1", `${cells} cells of customer and record, ${seen} of them seen in the portal`);
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(50);
  db.$client.close();
});

test("it is told of which record, by its own name, to whoever sees it", () => {
  const { db, ids } = matrixWorld();
  const everything = scopeFor(system, db);
  for (const module of seenModules) {
    for (const record of idsIn(everything, module)) {
      expect(whoSees(everything, module, String(record), matrixNow)?.record, `${module} ${record}`).toMatch(/\S/);
      for (const id of Object.values(ids)) {
        const viewer = loadStaffViewer(db, id, matrixNow);
        const scope = viewer && scopeFor(viewer, db);
        if (scope) expect(recordName(scope, module, record) !== undefined).toBe(idsIn(scope, module).has(record));
      }
    }
  }
  const company = world();
  const named = (module: string, id: number) => whoSees(scopeFor(company.viewer("ana"), company.db), module, String(id), now)?.record;
  expect([named("accounts", company.ids.acme), named("accounts", company.ids.zeta), named("settings", 1)]).toEqual(["Acme", undefined, undefined]);
  db.$client.close();
});

function sight({ db }: World, userId: number, module: SeenModule, id: number) {
  return sightOf(loadStaffViewer(db, userId, now)!, filedAs(db, module, id));
}

test("the closest rule is the one that is told", () => {
  const company = world();
  const { db, ids } = company;
  expect(sight(company, ids.marta, "accounts", ids.acme)).toEqual({ rule: "administrator" });
  expect(sight(company, ids.ana, "accounts", ids.acme)).toEqual({ rule: "account_owner" });
  expect(sight(company, ids.bruno, "accounts", ids.acme)).toEqual({ rule: "subordinate", through: ids.ana });
  expect(sight(company, ids.luis, "accounts", ids.acme)).toBeUndefined();
  db.update(accounts).set({ ownerId: ids.luis }).where(eq(accounts.id, ids.acme)).run();
  expect(sight(company, ids.ana, "accounts", ids.acme)).toBeUndefined();
  expect(sight(company, ids.luis, "accounts", ids.acme)).toEqual({ rule: "account_owner" });
});
