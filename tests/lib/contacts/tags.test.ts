import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts, tags } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { findRecord } from "@/lib/attachments/records";
import { changeContactFields } from "@/lib/contacts/change-fields";
import { contactColumns } from "@/lib/contacts/columns";
import { createContact, editContact } from "@/lib/contacts/commands";
import { contactFilters } from "@/lib/contacts/filters";
import { contactEditForm, contactForm } from "@/lib/contacts/forms";
import { countContacts, listContacts } from "@/lib/contacts/list";
import { canEditContact } from "@/lib/contacts/policy";
import { findContact, tagsOfContact } from "@/lib/contacts/queries";
import { contactValues } from "@/lib/contacts/values";
import { findKeys } from "@/lib/search/find";
import { now, world } from "../../support/world";

function setting() {
  const { db, ids, viewer } = world({ preset: "group" });
  const scopeOf = (person: "ana" | "luis" | "marta") => scopeFor(viewer(person), db);
  const make = (typed: object) =>
    write(db, (tx) => createContact(tx, contactForm.parse({ accountId: String(ids.zeta), givenName: "Rosa", ...typed }), { userId: null, now }));
  return { db, ids, viewer, scopeOf, make };
}

test("a contact has tags and a website, which the list shows, filters by and keeps when the form does not say them", () => {
  const { db, scopeOf, make } = setting();
  make({ givenName: "Nadia", tags: "decide" });
  const { id, after } = make({ tags: "VIP, Decide", website: "rosa.test" });
  expect(after).toMatchObject({ tags: ["VIP", "Decide"], website: "rosa.test" });
  const scope = scopeOf("marta");
  const tagged = (name: string) => contactFilters.parse({ tag: String(db.select().from(tags).where(eq(tags.nameKey, name.toLowerCase())).get()!.id) });
  expect([countContacts(scope, tagged("VIP")), countContacts(scope, tagged("Decide"))]).toEqual([1, 2]);
  const [row] = listContacts(scope, tagged("VIP"), { keys: ["tags", "website"] }).rows;
  const shown = contactColumns.filter(({ key }) => key === "tags" || key === "website").map(({ value }) => value(row!));
  expect(shown).toEqual(["rosa.test", "decide, VIP"]);
  const others = listContacts(scope, contactFilters.parse({}), { keys: ["tags"] }).rows.filter((one) => one.id !== id);
  expect(others.map(({ tags: held }) => held)).toEqual(["decide"]);

  const contact = findContact(scope, id)!;
  const { tags: _tags, website: _website, ...silent } = contactEditForm.parse({ id: String(id), givenName: "Rosa" });
  write(db, (tx) => editContact(tx, contact, silent, { userId: null, now }));
  expect([findContact(scope, id)!.website, tagsOfContact(scope, id).length]).toEqual(["rosa.test", 2]);
  const typed = contactEditForm.parse({ id: String(id), ...contactValues(contact, tagsOfContact(scope, id)), tags: "VIP" });
  const edited = write(db, (tx) => editContact(tx, contact, typed, { userId: null, now }));
  expect([edited.before?.tags, edited.after?.tags]).toEqual([expect.arrayContaining(["VIP", "decide"]), ["VIP"]]);
  write(db, (tx) => changeContactFields(tx, { id }, { addTags: ["Nuevo"], removeTags: ["vip"] }, now));
  expect(tagsOfContact(scope, id).map(({ name }) => name)).toEqual(["Nuevo"]);
});

test("a contact may belong to a group, whose members see it, its accounts and its tags, find it and change it", () => {
  const { db, ids, scopeOf, viewer, make } = setting();
  const { id } = make({ ownerId: `g${ids.norte}`, tags: "VIP" });
  const seen = (person: "ana" | "luis") => {
    const scope = scopeOf(person);
    const contact = findContact(scope, id);
    const accounts = scope.select({ id: scope.accounts.id }).from(scope.accounts).where(eq(scope.accounts.id, ids.zeta)).all();
    return [contact !== undefined, accounts.length === 1, tagsOfContact(scope, id).length === 1, findKeys(scope, "contact", "rosa").includes(id)];
  };
  expect(seen("ana")).toEqual([true, true, true, true]);
  expect(canEditContact(viewer("ana"), findContact(scopeOf("ana"), id)!)).toBe(true);
  expect(findRecord(scopeOf("ana"), { kind: "contact", id })?.principals).toContain(`g${ids.norte}`);
  expect(listContacts(scopeOf("ana"), contactFilters.parse({})).rows.find((row) => row.id === id)).toMatchObject({ ownerName: "Norte" });

  write(db, (tx) => changeContactFields(tx, { id }, { ownerId: ids.luis }, now));
  expect(db.select().from(contacts).where(eq(contacts.id, id)).get()).toMatchObject({ ownerId: ids.luis, ownerGroupId: null });
  expect(seen("ana")).toEqual([false, false, false, false]);
  expect(seen("luis")).toEqual([true, true, true, true]);
  const loose = make({ accountId: String(ids.beta), givenName: "Suelta", ownerId: `g${ids.sur}` });
  expect(findContact(scopeOf("luis"), loose.id)).toBeDefined();
  expect(() => make({ ownerId: "g999" })).toThrow("not_in_list");
});
