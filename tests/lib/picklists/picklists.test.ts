import { eq, getTableName } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountContacts, accounts, eventPayloads, events, outbox, picklistOptions } from "@/db/schema";
import { pickLists } from "@/db/vocabulary";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { createOption, editOption, mergeOptions, offerOption } from "@/lib/picklists/commands";
import { optionEditForm, optionForm } from "@/lib/picklists/forms";
import { places } from "@/lib/picklists/places";
import { findPair, listOptions } from "@/lib/picklists/queries";
import { pickOptions } from "@/lib/settings/queries";
import { now, type World, world } from "../../support/world";
import { nextJob, oneSlice, runJobs } from "../imports/jobs";

const list = "account_category";
const names = ({ db, viewer }: World) => listOptions(scopeFor(viewer("marta"), db), list).map(({ name }) => name);
const optionNamed = ({ db }: World, name: string) => db.select().from(picklistOptions).where(eq(picklistOptions.name, name)).get()!;
const make = ({ db }: World, typed: object) => write(db, (tx) => createOption(tx, optionForm.parse({ list, code: "x1", name: "Instalador", ...typed })));

test("an option stands where it is put, and codes of a list are given once", () => {
  const here = world();
  expect(names(here)).toEqual(["Mayorista", "Minorista", "Distribuidor", "Consumidor"]);
  make(here, { place: "2", color: "verde" });
  expect(names(here)).toEqual(["Mayorista", "Instalador", "Minorista", "Distribuidor", "Consumidor"]);
  expect(optionNamed(here, "Instalador")).toMatchObject({ code: "X1", color: "verde", position: 1, isActive: true });
  expect(() => make(here, {})).toThrow("settings.taken_code");
  make(here, { list: "industry" });

  const edited = optionEditForm.parse({ id: "1", name: "Instalador autorizado", color: "", place: "99" });
  write(here.db, (tx) => editOption(tx, optionNamed(here, "Instalador"), edited));
  expect(names(here).at(-1)).toBe("Instalador autorizado");
  expect(optionNamed(here, "Instalador autorizado")).toMatchObject({ code: "X1", color: null, version: 2 });
});

test("a retired option stays with who holds it and is offered to no other", () => {
  const here = world();
  const option = optionNamed(here, "Minorista");
  write(here.db, (tx) => offerOption(tx, option, false));
  const scope = scopeFor(here.viewer("ana"), here.db);
  expect(pickOptions(scope, list).map(({ label }) => label)).not.toContain("Minorista");
  expect(pickOptions(scope, list, option.id).map(({ label }) => label)).toContain("Minorista");
  expect(names(here)).toContain("Minorista");
});

function merge(here: World, from: string, into: string) {
  return write(here.db, (tx) => {
    const pair = findPair(scopeFor(here.viewer("marta"), tx), { fromId: optionNamed(here, from).id, intoId: optionNamed(here, into).id })!;
    return mergeOptions(tx, pair, { userId: here.ids.marta, now });
  });
}

test("two are merged: their records move in slices, each with its event, all in one batch", async () => {
  const here = world();
  const { db, ids } = here;
  const category = optionNamed(here, "Minorista").id;
  write(db, (tx): void => {
    for (let place = 0; place < 60; place += 1)
      createAccount(tx, accountForm.parse({ name: `Tienda ${place}`, ownerId: String(ids.ana), categoryId: String(category) }), { userId: ids.ana, now });
  });
  const { batchId } = merge(here, "Minorista", "Mayorista");
  expect(optionNamed(here, "Minorista").isActive).toBe(false);

  const job = nextJob(db)!;
  expect(oneSlice(db, job)).toBe("more");
  const held = (id: number) => db.select().from(accounts).where(eq(accounts.categoryId, id)).all().length;
  expect([held(category), held(optionNamed(here, "Mayorista").id)]).toEqual([10, 50]);
  while (oneSlice(db, job) === "more");
  expect([held(category), held(optionNamed(here, "Mayorista").id)]).toEqual([0, 60]);

  const told = db.select().from(events).innerJoin(eventPayloads, eq(eventPayloads.eventId, events.id)).where(eq(events.batchId, batchId!)).all();
  expect(told).toHaveLength(60);
  expect(told[0]).toMatchObject({
    events: { name: "account.edited", actorId: ids.marta, subjectKind: "account" },
    event_payloads: { before: { categoryId: category }, after: { categoryId: optionNamed(here, "Mayorista").id } },
  });
  expect(db.select({ progress: outbox.progress }).from(outbox).where(eq(outbox.id, job.id)).get()).toEqual({ progress: { moved: 60 } });
});

test("roles are merged too", async () => {
  const here = world();
  const { db, ids } = here;
  write(db, (tx) => createContact(tx, contactForm.parse({ accountId: String(ids.acme), givenName: "Rosa", role: "Gerencia" }), { userId: ids.ana, now }));
  merge(here, "Gerencia", "Dirección");
  await runJobs(db);
  expect(db.select().from(accountContacts).get()).toMatchObject({ role: null, roleId: optionNamed(here, "Dirección").id, version: 2 });
});

test("only two options of one list are merged, into one in use", () => {
  const here = world();
  expect(() => merge(here, "Minorista", "Minorista")).toThrow("settings.merge_itself");
  expect(() => merge(here, "Minorista", "Gerencia")).toThrow("not_in_list");
  write(here.db, (tx) => offerOption(tx, optionNamed(here, "Mayorista"), false));
  expect(() => merge(here, "Minorista", "Mayorista")).toThrow("not_in_list");
});

test("wherever the schema holds an option, a merge looks", () => {
  const { db } = world();
  const tables = db.$client.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  const held = tables.flatMap((table) =>
    (db.$client.pragma(`foreign_key_list("${table}")`) as { table: string; from: string }[])
      .filter(({ table: to }) => to === "picklist_options")
      .map(({ from }) => `${table}.${from}`)
      .filter((name) => name !== "picklist_options.merged_into_id"),
  );
  const named = pickLists.flatMap((one) => places[one].map(({ table, column }) => `${getTableName(table)}.${column.name}`));
  expect([...new Set(held)].sort()).toEqual([...new Set(named)].sort());
});
