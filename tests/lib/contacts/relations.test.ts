import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountContacts, company, contacts } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { trashAccount } from "@/lib/accounts/commands";
import { findAccount } from "@/lib/accounts/queries";
import { addRelation, createContact, editContact, editRelation, relateContact, removeRelation, trashContact } from "@/lib/contacts/commands";
import { contactEditForm, contactForm, relationEditForm, relationForm } from "@/lib/contacts/forms";
import { canAddRelation, canEditContact, canEditRelation, canRelate } from "@/lib/contacts/policy";
import { findContact } from "@/lib/contacts/queries";
import { accountsOfContact, contactsOfAccount, findRelation } from "@/lib/contacts/relations";
import { now, type World, world } from "../../support/world";

function rosa({ db, ids }: World, accountId: number, more: Record<string, string> = {}) {
  const input = contactForm.parse({ accountId: String(accountId), givenName: "Rosa Elvira", familyName: "Ibáñez", ownerId: String(ids.ana), ...more });
  return write(db, (tx) => createContact(tx, input, { userId: ids.ana, now })).id;
}

const role = (more: object = {}) => relationEditForm.parse({ id: "1", role: "Compras", ...more });

test("a contact is made in an account, with a role there, and is told under it", () => {
  const here = world();
  const id = rosa(here, here.ids.acme, { role: "Compras", isPrimary: "on", receivesQuotes: "on", phone: "81 1234 5678" });

  const [relation] = contactsOfAccount(scopeFor(here.viewer("ana"), here.db), here.ids.acme);
  expect(relation).toMatchObject({
    contactId: id,
    role: "Compras",
    isPrimary: true,
    receivesQuotes: true,
    receivesInvoices: false,
    phoneE164: "+528112345678",
  });
  expect(() => rosa(here, 999)).toThrow("contacts.no_account");
  expect(here.db.select().from(contacts).all()).toHaveLength(1);
});

test("an account has one principal: the next one takes the place", () => {
  const here = world();
  rosa(here, here.ids.acme, { isPrimary: "on" });
  const second = rosa(here, here.ids.acme, { givenName: "Tomás", isPrimary: "on" });
  rosa(here, here.ids.beta, { isPrimary: "on" });

  const people = contactsOfAccount(scopeFor(here.viewer("marta"), here.db), here.ids.acme);
  expect(people.filter(({ isPrimary }) => isPrimary).map(({ contactId }) => contactId)).toEqual([second]);
  expect(contactsOfAccount(scopeFor(here.viewer("marta"), here.db), here.ids.beta)[0]!.isPrimary).toBe(true);

  const former = findRelation(scopeFor(here.viewer("marta"), here.db), 1)!;
  expect(former).toMatchObject({ isPrimary: false, version: 2 });
  const { also } = write(here.db, (tx) => editRelation(tx, former, role({ isPrimary: "on" }), { userId: here.ids.ana, now }));
  expect(also).toMatchObject([
    { name: "relation.edited", change: { id: second, before: { isPrimary: true }, after: { isPrimary: false, contactName: "Tomás Ibáñez" } } },
  ]);
});

test("the same two are related once, and the last relation stays", () => {
  const here = world();
  const { db, ids } = here;
  const id = rosa(here, ids.acme);
  const scope = scopeFor(here.viewer("ana"), db);
  const contact = findContact(scope, id)!;
  const by = { userId: ids.ana, now };

  expect(() => write(db, (tx) => relateContact(tx, { id: ids.acme, name: "Acme" }, contact, role(), by))).toThrow("contacts.already_related");
  write(db, (tx) => relateContact(tx, { id: ids.beta, name: "Beta" }, contact, role(), by));
  const [first, second] = accountsOfContact(scope, id).map((relation) => findRelation(scope, relation.id)!);
  const removed = write(db, (tx) => removeRelation(tx, second!));
  expect(removed).toMatchObject({ accountId: ids.beta, before: { accountName: "Beta", contactName: "Rosa Elvira Ibáñez" }, after: null });
  expect(() => write(db, (tx) => removeRelation(tx, first!))).toThrow("contacts.last_relation");
  write(db, (tx) => relateContact(tx, { id: ids.beta, name: "Beta" }, contact, role(), by));
  write(db, (tx) => trashAccount(tx, { id: ids.beta }, by));
  expect(() => write(db, (tx) => removeRelation(tx, first!))).toThrow("contacts.last_relation");
});

test("a relation picks who exists, or makes who is named, or says that neither was given", () => {
  const here = world();
  const { db, ids } = here;
  const by = { userId: ids.ana, now };
  const account = { id: ids.acme, name: "Acme" };
  const form = (more: object) => relationForm.parse({ accountId: String(ids.acme), from: "account", ...more });

  const made = write(db, (tx) => addRelation(tx, { account, contact: null }, form({ givenName: "Silvia", role: "Pagos" }), by));
  expect(findContact(scopeFor(here.viewer("ana"), db), made.id)).toMatchObject({ givenName: "Silvia", familyName: "", ownerId: ids.ana });
  expect(() => write(db, (tx) => addRelation(tx, { account, contact: null }, form({}), by))).toThrow("contacts.choose_or_new");
});

test("a contact is related by who may change both it and the account, so that nobody comes to change it that way", () => {
  const here = world({ preset: "all" });
  const { db, ids } = here;
  const theirs = contactForm.parse({ accountId: String(ids.zeta), givenName: "Rosa", ownerId: String(ids.luis) });
  const { id } = write(db, (tx) => createContact(tx, theirs, { userId: ids.luis, now }));
  const found = (name: "ana" | "marta") => {
    const scope = scopeFor(here.viewer(name), db);
    return { account: findAccount(scope, ids.acme)!, contact: findContact(scope, id)! };
  };
  expect(canEditContact(here.viewer("ana"), found("ana").contact)).toBe(false);
  expect(canAddRelation(here.viewer("ana"), found("ana"))).toBe(false);
  expect(canAddRelation(here.viewer("ana"), { ...found("ana"), contact: null })).toBe(true);
  expect(canAddRelation(here.viewer("marta"), found("marta"))).toBe(true);
});

test("a service ends after it begins, and dates that are not sent stay", () => {
  const here = world();
  const { db, ids } = here;
  rosa(here, ids.acme);
  const relation = findRelation(scopeFor(here.viewer("ana"), db), 1)!;
  const by = { userId: ids.ana, now };

  expect(() => write(db, (tx) => editRelation(tx, relation, role({ serviceStartsOn: "2026-09-01", serviceEndsOn: "2026-08-31" }), by))).toThrow(
    "service_dates",
  );
  write(db, (tx) => editRelation(tx, relation, role({ serviceStartsOn: "2026-08-01", serviceEndsOn: "2026-08-01" }), by));
  const { serviceStartsOn: _from, serviceEndsOn: _until, ...imported } = role({ role: "Gerencia" });
  write(db, (tx) => editRelation(tx, relation, imported, by));
  expect(accountsOfContact(scopeFor(here.viewer("marta"), db), relation.contact.id)[0]).toMatchObject({ role: "Gerencia" });
  expect(db.select().from(accountContacts).get()).toMatchObject({ serviceStartsOn: "2026-08-01", serviceEndsOn: "2026-08-01", version: 3 });
});

test("the owner of a contact reaches its accounts; another's company stays out of sight on a shared contact", () => {
  const here = world();
  const { db, ids } = here;
  const id = rosa(here, ids.acme);
  write(db, (tx) => relateContact(tx, { id: ids.zeta, name: "Zeta" }, findContact(scopeFor(here.viewer("marta"), tx), id)!, role(), { userId: null, now }));

  expect(findAccount(scopeFor(here.viewer("ana"), db), ids.zeta)?.name).toBe("Zeta");
  const owned = contactEditForm.parse({ id: String(id), givenName: "Rosa", ownerId: "" });
  write(db, (tx) => editContact(tx, { id }, owned, { userId: null, now }));
  const ana = scopeFor(here.viewer("ana"), db);
  expect(findAccount(ana, ids.zeta)).toBeUndefined();
  expect(accountsOfContact(ana, id).map(({ name }) => name)).toEqual(["Acme"]);

  const relations = accountsOfContact(scopeFor(here.viewer("marta"), db), id).map((one) => findRelation(scopeFor(here.viewer("marta"), db), one.id)!);
  const may = relations.map((one) => [one.account.name, canRelate(here.viewer("ana"), one), canEditRelation(here.viewer("ana"), one)]);
  expect(may).toEqual([
    ["Acme", true, true],
    ["Zeta", false, false],
  ]);
});

test("a contact in the trash is nowhere, and its owner no longer reaches the account", () => {
  const here = world();
  const { db, ids } = here;
  const id = rosa(here, ids.zeta);
  expect(findAccount(scopeFor(here.viewer("ana"), db), ids.zeta)).toBeDefined();
  write(db, (tx) => trashContact(tx, { id }, { userId: null, now }));
  const ana = scopeFor(here.viewer("ana"), db);
  expect([findContact(ana, id), findAccount(ana, ids.zeta)]).toEqual([undefined, undefined]);
  expect(db.select({ at: contacts.deletedAt }).from(contacts).where(eq(contacts.id, id)).get()).toEqual({ at: now });
});

test("a contact belongs to an account, unless the company sells to people of their own", () => {
  const here = world();
  const { db, ids } = here;
  const by = { userId: ids.ana, now };
  const loose = contactForm.parse({ accountId: "", givenName: "Rosa", ownerId: String(ids.ana) });
  expect(() => write(db, (tx) => createContact(tx, loose, by))).toThrow("required");

  db.update(company).set({ contactsNeedAccount: false }).run();
  const { id } = write(db, (tx) => createContact(tx, loose, by));
  expect(findContact(scopeFor(here.viewer("ana"), db), id)).toMatchObject({ givenName: "Rosa", principals: [] });
  expect(findContact(scopeFor(here.viewer("luis"), db), id)).toBeUndefined();
  expect(() => rosa(here, 999)).toThrow("contacts.no_account");

  const related = rosa(here, ids.acme);
  const relation = findRelation(scopeFor(here.viewer("ana"), db), accountsOfContact(scopeFor(here.viewer("ana"), db), related)[0]!.id)!;
  write(db, (tx) => removeRelation(tx, relation));
  expect(accountsOfContact(scopeFor(here.viewer("ana"), db), related)).toEqual([]);
});

test("who works somewhere since a day works there until that day or later", () => {
  const here = world();
  expect(() => rosa(here, here.ids.acme, { sinceOn: "2026-03-02", untilOn: "2026-03-01" })).toThrow("end_before_start");
  rosa(here, here.ids.acme, { sinceOn: "2026-03-01", untilOn: "2026-03-01" });
  expect(contactsOfAccount(scopeFor(here.viewer("ana"), here.db), here.ids.acme)).toMatchObject([{ sinceOn: "2026-03-01", untilOn: "2026-03-01" }]);
});
