import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, contacts, origins, picklistOptions } from "@/db/schema";
import { write } from "@/db/write";
import { changeAccountFields } from "@/lib/accounts/change-fields";
import { createAccount, editAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createContact, editContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { accountOfProspect } from "@/lib/documents/prospect";
import { packs } from "@/lib/i18n/packs";
import { now, world } from "../../support/world";
import { begin } from "./support";

test("a retired choice stays where it is held, and is given to nobody else, one by one or in bulk", () => {
  const here = world();
  const { db, ids } = here;
  const category = db.select().from(picklistOptions).where(eq(picklistOptions.list, "account_category")).get()!.id;
  const origin = db.select().from(origins).get()!.id;
  const by = { userId: ids.marta, now };
  const person = (accountId: number) => contactForm.parse({ accountId: String(accountId), givenName: "Rosa", originId: String(origin) });
  const rosa = write(db, (tx) => createContact(tx, person(ids.acme), by).id);
  write(db, (tx) => changeAccountFields(tx, { id: ids.acme }, { categoryId: category, originId: origin }, now));
  db.update(picklistOptions).set({ isActive: false }).where(eq(picklistOptions.id, category)).run();
  db.update(origins).set({ isActive: false }).where(eq(origins.id, origin)).run();

  const asked = (name: string) =>
    accountForm.parse({ name, categoryId: String(category), originId: String(origin), taxId: `${name.slice(0, 3).toUpperCase()}990101AB1` });
  const edit = (name: string, id: number) => write(db, (tx) => editAccount(tx, { id }, asked(name), by));
  expect(edit("Acme", ids.acme).after).toMatchObject({ categoryId: category, originId: origin });
  expect(write(db, (tx) => editContact(tx, { id: rosa }, person(ids.acme), by)).after).toMatchObject({ originId: origin });
  expect(() => edit("Beta", ids.beta)).toThrow("not_in_list");
  expect(() => write(db, (tx) => createAccount(tx, asked("Nueva"), by))).toThrow("not_in_list");
  expect(() => write(db, (tx) => createContact(tx, person(ids.beta), by))).toThrow("not_in_list");
  expect(write(db, (tx) => createAccount(tx, asked("Prospecto"), { ...by, held: { categoryId: category, originId: origin } })).after).toMatchObject({
    originId: origin,
  });
  expect(() => begin(here, "marta", "accounts", { address: "", category: String(category) })).toThrow("not_in_list");
  expect(() => begin(here, "marta", "accounts", { address: "", origin: String(origin) })).toThrow("not_in_list");
  expect(db.select().from(accounts).where(eq(accounts.categoryId, category)).all()).toHaveLength(2);
});

test("a prospect's documents make its account and contact also when its origin was retired since", () => {
  const { db, ids } = world({ pack: packs.XX });
  const origin = db.select().from(origins).get()!.id;
  db.update(origins).set({ isActive: false }).where(eq(origins.id, origin)).run();
  const insert = "insert into prospects (id, number, status, person_name, name_key, contacted_on, origin_id, owner_id, created_at, updated_at)";
  db.run(`${insert} values (1, 1, 'new', 'Rosa Paz', 'rosa paz', '2026-08-01', ${origin}, ${ids.ana}, 0, 0)`);
  const { accountId, contactId } = write(db, (tx) => accountOfProspect(tx, 1, { userId: ids.ana, now }));
  expect(db.select().from(accounts).where(eq(accounts.id, accountId)).get()).toMatchObject({ originId: origin });
  expect(db.select().from(contacts).where(eq(contacts.id, contactId!)).get()).toMatchObject({ originId: origin });
});
