import { getTableName, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { company } from "@/db/schema";
import { documentKinds, type Module, modules, type SwitchableModule, switchableModules } from "@/db/vocabulary";
import { admits } from "@/lib/access/admit";
import { explainRefusal } from "@/lib/access/explain";
import { loadCustomerViewer } from "@/lib/access/load-customer";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { actions, type Policy, pages } from "@/lib/access/registry";
import { moduleOfKind } from "@/lib/access/relations/documents";
import { routes } from "@/lib/access/routes";
import { type Scope, scopeFor } from "@/lib/access/scope";
import type { StaffViewer, Viewer } from "@/lib/access/viewer";
import { withDependents } from "../support/switched-off";
import { personPlace } from "./matrix/people";
import { matrixWorld, now } from "./matrix/world";

const { db, ids } = matrixWorld();
const people = [ids.marta, ids.bruno, ids.ana];

const switchOff = (off: readonly Module[]) =>
  db
    .update(company)
    .set({ offModules: off as SwitchableModule[] })
    .run();
const staff = (id: number) => loadStaffViewer(db, id, now)!;
const admittedTo = (viewer: Viewer) => policies.map(([, policy]) => admits(policy, viewer));
const policies: [string, Policy][] = Object.entries({ ...pages, ...routes, ...actions });

afterEach(() => void switchOff([]));

/** What only tells of one module, and is empty without it. */
const ownOf: Partial<Record<SwitchableModule, string[]>> = {
  prospects: ["prospects", "trashedProspects", "webFormEntries"],
  activities: ["activities", "trashedActivities"],
  catalog: ["catalogItems", "catalogItemTaxes"],
  invoices: ["accountBalances"],
  receipts: ["receiptTenders", "allocations"],
  imports: ["imports", "importRows", "importFiles"],
};
/** What tells of several by their kind. */
const kindIn: Record<string, string> = {
  ...{ anyDocuments: "kind", series: "kind", mailTemplates: "kind", events: "subjectKind", notices: "subjectKind" },
  ...{ mails: "aboutKind", attachments: "recordKind", trashedAttachments: "recordKind" },
};
/** What hangs on those. */
const parts = [
  ...["documentLines", "documentLineTaxes", "documentTaxes", "documentLinks", "documentPdfs", "receiptTenders", "allocations", "salesLedger"],
  ...["eventPayloads", "mailRecipients", "mailAttachments", "mailFiles", "attachedFiles", "trashedFiles", "originTotals", "accountBalances"],
];
const moduleOf: Record<string, Module> = {
  ...{ prospect: "prospects", activity: "activities", catalog_item: "catalog", import: "imports" },
  ...moduleOfKind,
};

type Counts = Map<string, number>;

/** How many rows each relation gives this viewer, of those with kinds how many of each. */
function countsOf(viewer: Viewer): Counts {
  const scope = scopeFor(viewer, db);
  const counts: Counts = new Map();
  const relations = Object.getPrototypeOf(scope) as Record<string, unknown>;
  for (const name of Object.keys(relations).filter((one) => !one.endsWith("ByKind"))) {
    const kind = kindIn[name];
    const relation = relations[name] as Scope["prospects"];
    const by = kind === undefined ? sql<string>`''` : sql<string>`coalesce(${relation[kind as "id"]}, '')`;
    const rows = scope.select({ kind: by, count: sql<number>`count(*)` }).from(relation).groupBy(by).all();
    if (kind === undefined) counts.set(name, rows[0]?.count ?? 0);
    else for (const row of rows) counts.set(`${name} ${row.kind}`, row.count);
  }
  for (const kind of documentKinds) counts.set(`documents ${kind}`, scope.select({ id: sql`1` }).from(scope.documents(kind)).all().length);
  return counts;
}

/** What a viewer is still told of modules that are off, and what of others is lost with them. */
function wrongWithout(off: readonly Module[], before: Counts, after: Counts): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => {
    const [name, kind] = key.split(" ") as [string, string | undefined];
    const [had, has] = [before.get(key) ?? 0, after.get(key) ?? 0];
    const isOwn = off.some((module) => ownOf[module as SwitchableModule]?.includes(name)) || (kind !== undefined && off.includes(moduleOf[kind]!));
    return isOwn ? has !== 0 : parts.includes(name) ? has > had : has !== had;
  });
}

test("each module switched off, one by one, is gone from what every colleague sees, and nothing else is", () => {
  const before = new Map(people.map((id) => [id, countsOf(staff(id))]));
  const counted = [...before.values()].reduce((sum, counts) => sum + counts.size, 0);
  for (const module of switchableModules) {
    const off = withDependents(module);
    switchOff(off);
    for (const id of people) expect(wrongWithout(off, before.get(id)!, countsOf(staff(id))), `${module} ${id}`).toEqual([]);
    // The control: the same reading of what is on finds what should have gone.
    switchOff([]);
    expect(wrongWithout(off, before.get(ids.marta)!, countsOf(staff(ids.marta))), module).not.toEqual([]);
  }
  expect(people.map((id) => countsOf(staff(id)))).toEqual([...before.values()]);
  console.log(`${switchableModules.length} modules off, one by one, ${counted} numbers of rows compared each time`);
});

test("every page, file and form of a module that is off is refused with its name, to who administers too, and every other is as it was", () => {
  for (const module of switchableModules) {
    const off = withDependents(module);
    const open = new Map(people.map((id) => [id, admittedTo(staff(id))]));
    switchOff(off);
    for (const id of people) {
      const viewer = staff(id);
      const isOff = (policy: Policy) => typeof policy !== "string" && off.some((one) => one === policy.module);
      const wrong = policies.filter(([, policy], place) => admits(policy, viewer) !== (!isOff(policy) && open.get(id)![place]));
      expect(wrong.map(([name]) => name)).toEqual([]);
      const reason = viewer.isAdmin ? "module_off_yours" : "module_off";
      expect(explainRefusal(viewer, { module, verb: "view" })).toEqual({ reason, module });
    }
    switchOff([]);
  }
});

test("a customer is shown no paper of a module that is off, and the rest of the portal stays", () => {
  const customer = () => loadCustomerViewer(db, personPlace("cara") + 2, now) ?? loadCustomerViewer(db, personPlace("cara"), now)!;
  const papers = () => {
    const scope = scopeFor(customer(), db);
    return documentKinds.filter((kind) => scope.select({ id: sql`1` }).from(scope.documents(kind)).get() !== undefined);
  };
  const shown = papers();
  expect(shown).toEqual(["quote", "order", "invoice", "receipt"]);
  for (const kind of ["quote", "order", "receipt"] as const) {
    switchOff([moduleOfKind[kind]]);
    expect(papers()).toEqual(shown.filter((one) => one !== kind));
  }
  switchOff(["invoices", "receipts"]);
  expect(papers()).toEqual(["quote", "order"]);
});

test("what was granted and what is held stays as it was, row by row", () => {
  const tables = db.$client.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and sql not like '%VIRTUAL%'").pluck();
  const whole = () =>
    (tables.all() as string[])
      .filter((name) => name !== getTableName(company))
      .map((name) => db.$client.prepare(`select count(*) from "${name}"`).pluck().get());
  const before = whole();
  const grants = staff(ids.bruno).grants;
  switchOff(switchableModules);
  const without: StaffViewer = staff(ids.bruno);
  expect([without.grants, whole()]).toEqual([grants, before]);
  expect(modules.filter((module) => admits({ module, verb: "view" }, staff(ids.marta)))).toEqual(["accounts", "contacts", "users", "settings"]);
});
