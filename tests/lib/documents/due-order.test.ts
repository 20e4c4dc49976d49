import { and, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { write } from "@/db/write";
import { keyset } from "@/lib/access/keyset";
import { type Scope, scopeFor } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { addDays } from "@/lib/core/dates";
import { documentColumns } from "@/lib/documents/columns";
import { chipIs, conditions } from "@/lib/documents/conditions";
import { documentFilters, isByDue } from "@/lib/documents/filters";
import { listDocuments } from "@/lib/documents/list";
import { lists } from "@/lib/exports/lists";
import { issuedInvoice } from "../../support/invoices";
import { today, world } from "../../support/world";

const { db, ids, viewer } = world();
write(db, (tx): void => {
  for (const days of [3, -9, 30, -2, 0]) issuedInvoice(tx, { accountId: ids.acme, totalMinor: 100, dueOn: addDays(today, days) });
});

const dues = (scope: Scope, address: object) => listDocuments(scope, "invoice", documentFilters.parse(address)).rows.map(({ dueOn }) => dueOn);
const at = (...days: number[]) => days.map((day) => addDays(today, day));

test("what is owed stands by its due date either way, page by page", () => {
  const scope = scopeFor(viewer("ana"), db);
  expect(dues(scope, { chip: "to_collect", sort: "due" })).toEqual(at(-9, -2, 0, 3, 30));
  expect(dues(scope, { chip: "overdue", sort: "-due" })).toEqual(at(-2, -9));
  const filters = documentFilters.parse({ chip: "to_collect", sort: "due" });
  const first = listDocuments(scope, "invoice", filters, { size: 2 });
  const second = listDocuments(scope, "invoice", documentFilters.parse({ chip: "to_collect", sort: "due", cursor: first.next }), { size: 2 });
  expect([...first.rows, ...second.rows].map(({ dueOn }) => dueOn)).toEqual(at(-9, -2, 0, 3));
});

test("where nothing says in which order the rest falls due, the usual order stands and no heading offers it", () => {
  for (const address of [{ sort: "due" }, { sort: "-due", chip: "paid" }]) expect(documentFilters.parse(address).sort).toBe("-date");
  expect(lists.invoices.normal("chip=to_collect&sort=due")).toBe("chip=to_collect&sort=due");
  const sorts = (address: object) => documentColumns("invoice", today, isByDue(documentFilters.parse(address))).flatMap(({ sort }) => sort ?? []);
  expect(sorts({ chip: "overdue" })).toContain("due");
  expect(sorts({})).not.toContain("due");
});

test.each(["to_collect", "overdue"] as const)("by due date, %s walks the index of what is owed", (chip) => {
  const ana = viewer("ana");
  const circle = { ...ana.circles.own, size: "many" as const };
  const many: StaffViewer = { ...ana, circles: { own: circle, group: circle, subordinates: circle } };
  for (const person of [viewer("marta"), many]) {
    const scope = scopeFor(person, db);
    const invoices = scope.documents("invoice");
    const filters = documentFilters.parse({ chip, sort: "due" });
    const cursor = { value: today, id: 1, isBack: false, filters: "" };
    for (const from of [undefined, cursor]) {
      const { where, orderBy, limit } = keyset({ ...filters, cursor: from }, invoices.dueOn, invoices.id);
      const query = scope
        .select({ id: invoices.id })
        .from(invoices)
        .where(and(where, ...conditions(scope, invoices, filters), chipIs(invoices, chip, today)))
        .orderBy(...orderBy)
        .limit(limit);
      const plan = db
        .all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`)
        .map(({ detail }) => detail)
        .join("; ");
      expect(plan).toMatch(/SEARCH documents USING INDEX documents_open_idx \(kind=\?/);
      expect(plan).not.toContain("TEMP B-TREE");
    }
  }
});
