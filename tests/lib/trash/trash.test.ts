import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, company, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { filtersMark, writeCursor } from "@/lib/core/cursor";
import { restoreAccount } from "@/lib/trash/commands";
import { trashFilters } from "@/lib/trash/filters";
import { findTrashed } from "@/lib/trash/found";
import { listTrash } from "@/lib/trash/queries";
import { trashKinds } from "@/lib/trash/rules";
import { now } from "../../support/world";
import { back, filled, plain, thrown, told } from "./trash-world";

type Here = ReturnType<typeof filled>;
type Person = "marta" | "bruno" | "ana" | "luis" | "rita";

const all = trashFilters.parse({});
const refusal = (deed: () => unknown) => {
  try {
    return deed();
  } catch (error) {
    return error;
  }
};
const seenBy = ({ db, viewer }: Here, person: Person, filters = all) => listTrash(scopeFor(viewer(person), db), filters);
const throwAll = (here: Here) => {
  for (const kind of trashKinds) told(here, `${kind}.trashed`, (tx) => thrown(tx, kind, here.made[kind], here.ids.ana, now + trashKinds.indexOf(kind)), "ana");
};

test("the trash shows whoever would see it what was thrown away, by whom, the last first, and lets back who may throw away", () => {
  const here = filled();
  expect(seenBy(here, "marta").rows).toEqual([]);
  throwAll(here);
  expect(seenBy(here, "marta").rows.map(({ kind, name, deletedBy, deletedAt }) => [kind, name, deletedBy, deletedAt - now])).toEqual([
    ["activity", "Llamar por el pedido", "Ana", 3],
    ["prospect", "1 Ferretera", "Ana", 2],
    ["contact", "Silvia Garza", "Ana", 1],
    ["account", "Ferretera", "Ana", 0],
  ]);
  const may = (person: Person) => seenBy(here, person).rows.map(({ kind, mayRestore }) => (mayRestore ? kind : `(${kind})`));
  expect(may("bruno")).toEqual(["activity", "prospect", "contact", "account"]);
  // Who sells may throw away neither accounts nor contacts.
  expect(may("ana")).toEqual(["activity", "prospect", "(contact)", "(account)"]);
  expect(may("rita")).toEqual(["(activity)", "(prospect)", "(contact)", "(account)"]);
  expect(may("luis")).toEqual([]);
  expect(trashKinds.map((kind) => findTrashed(scopeFor(here.viewer("luis"), here.db), { kind, id: here.made[kind] }))).toEqual(trashKinds.map(() => undefined));
  expect(seenBy(here, "marta", trashFilters.parse({ kind: "contact" })).rows.map(({ kind }) => kind)).toEqual(["contact"]);
});

test("what lives is not in the trash", () => {
  const here = filled();
  const scope = scopeFor(here.viewer("marta"), here.db);
  for (const kind of trashKinds) expect(findTrashed(scope, { kind, id: here.made[kind] })).toBeUndefined();
});

test("pages go on where the last ended, there and back, though kinds share numbers and instants", () => {
  const here = filled();
  const { db, ids } = here;
  write(db, (tx) => {
    const by = { userId: ids.ana, now, zone: "UTC" };
    for (let n = 0; n < 70; n += 1) {
      const account = createAccount(tx, accountForm.parse({ name: `Cuenta ${n}`, ownerId: `${ids.ana}` }), by).id;
      const activity = createActivity(tx, {}, activityForm.parse({ kind: "task", subject: `Tarea ${n}`, date: "2026-09-01" }), by).id;
      thrown(tx, "account", account, ids.ana, now + Math.floor(n / 10));
      thrown(tx, "activity", activity, ids.ana, now + Math.floor(n / 10));
    }
  });
  const read = (cursor?: string) => seenBy(here, "marta", trashFilters.parse({ cursor }));
  const first = read();
  const second = read(first.next);
  const third = read(second.next);
  expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 40]);
  const keys = [first, second, third].flatMap(({ rows }) => rows.map(({ key }) => key));
  expect(new Set(keys).size).toBe(140);
  expect(third.next).toBeUndefined();
  expect(read(third.previous).rows).toEqual(second.rows);
  expect(read(second.previous).rows).toEqual(first.rows);
  const instants = [first, second, third].flatMap(({ rows }) => rows.map(({ deletedAt }) => deletedAt));
  expect(instants).toEqual(instants.toSorted((one, other) => other - one));
});

test("a page that nothing is left of is the first one", () => {
  const here = filled();
  throwAll(here);
  const at = (isBack: boolean) => writeCursor({ value: isBack ? now + 1_000 : 0, id: 1, isBack, filters: filtersMark(all) });
  const first = seenBy(here, "marta");
  for (const isBack of [true, false]) expect(seenBy(here, "marta", trashFilters.parse({ cursor: at(isBack) }))).toEqual(first);
});

test("whoever's the prospect is may bring back what hangs on it, and is told to bring the prospect back first", () => {
  const here = filled();
  const { db, ids, made } = here;
  db.update(activities).set({ ownerId: ids.luis, accountId: null }).where(eq(activities.id, made.activity)).run();
  db.update(prospects).set({ accountId: null }).where(eq(prospects.id, made.prospect)).run();
  throwAll(here);
  expect(seenBy(here, "ana").rows.map(({ kind, mayRestore }) => [kind, mayRestore])).toContainEqual(["activity", true]);
  expect(() => write(db, (tx) => back(tx, "activity", made.activity))).toThrow("trash.prospect_first");
});

test("nothing comes back under what is in the trash", () => {
  const here = filled();
  throwAll(here);
  const bring = (kind: (typeof trashKinds)[number]) => () => write(here.db, (tx) => back(tx, kind, here.made[kind]));
  expect(bring("activity")).toThrow("trash.prospect_first");
  expect(bring("prospect")).toThrow("trash.account_first");
  expect(bring("contact")).toThrow("trash.account_first");
  bring("account")();
  bring("prospect")();
  bring("activity")();
  bring("contact")();
  expect(seenBy(here, "marta").rows).toEqual([]);
});

test("where a contact may stand alone it comes back before its account", () => {
  const here = filled();
  throwAll(here);
  here.db.update(company).set({ contactsNeedAccount: false }).where(eq(company.id, 1)).run();
  write(here.db, (tx) => back(tx, "contact", here.made.contact));
  expect(seenBy(here, "marta").rows.map(({ kind }) => kind)).toEqual(["activity", "prospect", "account"]);
});

test("an account whose code or identification another has by now comes back, of the latter, only when that is meant", () => {
  const here = filled();
  const { db, ids, made } = here;
  const id = made.account;
  const by = { userId: ids.ana, now, zone: "UTC" };
  const other = (typed: object) => write(db, (tx) => createAccount(tx, accountForm.parse({ name: "Otra", ownerId: `${ids.ana}`, ...typed }), by)).id;
  const restore = (input = plain) => write(db, (tx) => restoreAccount(tx, { id }, input, { now }));
  write(db, (tx) => thrown(tx, "account", id, ids.ana));
  const coded = other({ code: "F-1" });
  // What has it by now may be out of sight of whoever restores.
  expect(refusal(restore)).toHaveProperty("values", { code: "F-1" });
  expect(restore).toThrow("trash.code_taken");
  expect(() => restore({ saveDuplicateAnyway: true })).toThrow("trash.code_taken");
  write(db, (tx) => thrown(tx, "account", coded, ids.ana));
  other({ taxId: "FER990101AB1" });
  expect(restore).toThrow("trash.tax_id_taken");
  expect(restore({ saveDuplicateAnyway: true }).after).toMatchObject({ deletedAt: null, name: "Ferretera" });
});
