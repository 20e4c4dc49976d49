import fc from "fast-check";
import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import { type TrashKind, trashKinds } from "@/lib/trash/rules";
import { complaintsOf } from "@/scripts/doctor/data";
import { back, filled, thrown, told, versionOf } from "./trash-world";

/** Told apart from what stands: the log, and the words of the search, which the checks of `doctor` compare with their views. */
const apart = /^(events|event_payloads|sqlite_sequence)$|_(words|fragments)/;
/** What each change leaves behind, also one that is taken back. */
const traces = ["version", "updated_at"];

/** Every row of every table, but for those traces. */
function standing(db: Database): Record<string, string[]> {
  const names = db.$client.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_stat%'").pluck().all() as string[];
  return Object.fromEntries(names.filter((name) => !apart.test(name)).map((name) => [name, rowsOf(db, name)]));
}

function rowsOf(db: Database, name: string): string[] {
  const rows = db.$client.prepare(`select * from ${name}`).all() as Record<string, unknown>[];
  return rows.map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !traces.includes(column)))).sort();
}

function differing(one: Record<string, string[]>, other: Record<string, string[]>): string[] {
  return Object.keys(one).filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}

/** Each comes back after what it hangs on. */
const inOrder: TrashKind[] = ["account", "prospect", "contact", "activity"];

test("whatever is thrown away, in whatever order, and brought back leaves everything as it was", () => {
  const here = filled();
  const { db, made } = here;
  const before = standing(db);
  expect(complaintsOf(db)).toEqual([]);
  const orders = fc.shuffledSubarray([...trashKinds], { minLength: 1 });
  fc.assert(
    fc.property(orders, (order) => {
      for (const kind of order) told(here, `${kind}.trashed`, (tx) => thrown(tx, kind, made[kind], here.ids.marta));
      expect(differing(before, standing(db)).length).toBeGreaterThan(0);
      expect(complaintsOf(db)).toEqual([]);
      for (const kind of inOrder.filter((one) => order.includes(one))) told(here, `${kind}.restored`, (tx) => back(tx, kind, made[kind]));
      expect(differing(before, standing(db))).toEqual([]);
      expect(complaintsOf(db)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

test.each(trashKinds)("and so does each alone: %s, whose version tells forms drawn before from those drawn after", (kind) => {
  const here = filled();
  const [before, version] = [standing(here.db), versionOf(here.db, kind, here.made[kind])];
  told(here, `${kind}.trashed`, (tx) => thrown(tx, kind, here.made[kind], here.ids.marta));
  told(here, `${kind}.restored`, (tx) => back(tx, kind, here.made[kind]));
  expect(differing(before, standing(here.db))).toEqual([]);
  expect(versionOf(here.db, kind, here.made[kind])).toBe(version + 2);
});

test("the comparison tells what is still gone, and the checks a search and counts that were not made right again", () => {
  const here = filled();
  const { db, made } = here;
  const before = standing(db);
  told(here, "contact.trashed", (tx) => thrown(tx, "contact", made.contact, here.ids.marta));
  expect(differing(before, standing(db))).toEqual(expect.arrayContaining(["contacts", "account_access", "origin_totals"]));
  const triggers = db.$client.prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'contacts'").pluck().all() as string[];
  for (const name of triggers) db.$client.exec(`drop trigger ${name}`);
  told(here, "contact.restored", (tx) => back(tx, "contact", made.contact));
  expect(differing(before, standing(db))).toEqual(expect.arrayContaining(["account_access", "origin_totals"]));
  expect(complaintsOf(db).join()).toContain("search_words");
});
