import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/db/schema";
import { type SeenModule, seenModules } from "@/db/vocabulary";
import { filedAs } from "@/lib/access/filed";
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

test("whoever is said to see a record sees it, and nobody else, for each person and record of the matrix", () => {
  const { db, ids } = matrixWorld();
  const everything = scopeFor({ kind: "system", locale: "es", zone: "UTC", today: "2026-08-22" }, db);
  const wrong: string[] = [];
  const rules = new Set<string>();
  let cells = 0;
  for (const [name, id] of Object.entries(ids)) {
    const viewer = loadStaffViewer(db, id, matrixNow);
    if (!viewer) continue;
    const scope = scopeFor(viewer, db);
    for (const module of seenModules) {
      const seen = idsIn(scope, module);
      for (const record of idsIn(everything, module)) {
        const sight = sightOf(viewer, filedAs(db, module, record));
        if (sight) rules.add(sight.rule);
        if ((sight !== undefined) !== seen.has(record)) wrong.push(`${name} ${module} ${record}: ${JSON.stringify(sight)}`);
        cells += 1;
      }
    }
  }
  promise("A1", `${cells} cells of person and record: what «¿Quién puede ver esto?» says is what the scope shows`);
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(1_000);
  expect([...rules].sort()).toEqual([...sightRules].sort());
  db.$client.close();
});

test("it is told of which record, by its own name, to whoever sees it", () => {
  const { db, ids } = matrixWorld();
  const everything = scopeFor({ kind: "system", locale: "es", zone: "UTC", today: "2026-08-22" }, db);
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
