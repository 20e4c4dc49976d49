import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { contactPoints, picklistOptions } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createAccount, editAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { findAccount } from "@/lib/accounts/queries";
import { accountValues } from "@/lib/accounts/values";
import { pointsOfAccount, pointsOfContact } from "@/lib/contact-points/queries";
import { createContact, editContact } from "@/lib/contacts/commands";
import { contactEditForm, contactForm } from "@/lib/contacts/forms";
import { findKeys } from "@/lib/search/find";
import { now, type World, world } from "../../support/world";

type Row = { what: string; value: string; isMain?: string };

function saved({ db, ids, viewer }: World, points: Row[] | undefined, more: object = {}) {
  const stored = accountValues(findAccount(scopeFor(viewer("ana"), db), ids.acme)!, []);
  const input = accountForm.parse({ ...stored, ...(points && { setsPoints: "on", points }), ...more });
  return write(db, (tx) => editAccount(tx, { id: ids.acme }, input, { userId: ids.ana, now }));
}

const rows: Row[] = [
  { what: "phone.mobile", value: "81 1111 2222" },
  { what: "email.billing", value: "Facturas@Ejemplo.test" },
];

test("an account keeps several phones and mailboxes, each with what it is for and readable by a telephone", () => {
  const here = world();
  const { before, after } = saved(here, rows, { phone: "81 1234 5678", phoneUse: "work", email: "hola@ejemplo.test" });

  const scope = scopeFor(here.viewer("ana"), here.db);
  expect(findAccount(scope, here.ids.acme)).toMatchObject({ phone: "81 1234 5678", phoneUse: "work", email: "hola@ejemplo.test", emailUse: null });
  expect(pointsOfAccount(scope, here.ids.acme)).toMatchObject([
    { kind: "phone", use: "mobile", value: "81 1111 2222", valueKey: "+528111112222" },
    { kind: "email", use: "billing", value: "Facturas@Ejemplo.test", valueKey: "facturas@ejemplo.test" },
  ]);
  expect([before?.points, after?.points]).toEqual([[], ["Celular: 81 1111 2222", "Facturación: Facturas@Ejemplo.test"]]);
});

test("who is marked as the main one changes places with the one that was", () => {
  const here = world();
  saved(here, rows, { phone: "81 1234 5678", phoneUse: "work" });
  const scope = scopeFor(here.viewer("ana"), here.db);
  expect(findAccount(scope, here.ids.acme)).toMatchObject({ email: "Facturas@Ejemplo.test", emailUse: "billing" });

  saved(here, [{ ...rows[0]!, isMain: "on" }]);
  expect(findAccount(scope, here.ids.acme)).toMatchObject({ phone: "81 1111 2222", phoneUse: "mobile", phoneE164: "+528111112222" });
  expect(pointsOfAccount(scope, here.ids.acme)).toMatchObject([{ use: "work", value: "81 1234 5678" }]);
});

test("a form that shows no rows leaves them; one that shows none left takes them away", () => {
  const here = world();
  saved(here, rows, { email: "hola@ejemplo.test", phone: "81 1234 5678" });
  saved(here, undefined, { city: "Apodaca" });
  expect(here.db.select().from(contactPoints).all()).toHaveLength(2);
  saved(here, []);
  expect(here.db.select().from(contactPoints).all()).toEqual([]);
});

test("a blank row is left out, a wrong mailbox is told at its own row, and a strange phone blocks nobody", () => {
  const parse = (points: object[]) => accountForm.safeParse({ name: "Acme", setsPoints: "on", points });
  expect(parse([{ what: "phone.mobile", value: " " }, rows[0]!]).data?.points).toHaveLength(1);
  const wrong = parse([
    { what: "phone.mobile", value: "" },
    { what: "email.work", value: "sin arroba" },
  ]);
  expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(["points.1.value"]);
  expect(parse([{ what: "phone.other", value: "ext. 12, pedir con Rosa" }]).success).toBe(true);
  expect(parse([{ what: "phone.billing", value: "1" }]).success).toBe(false);
});

test("history tells that a telephone is now for something else", () => {
  const here = world();
  const { db, ids } = here;
  const person = (what: string) => ({
    givenName: "Rosa",
    ownerId: String(ids.ana),
    phone: "81 1",
    setsPoints: "on",
    points: [{ what, value: "81 3333 4444" }],
  });
  const { id } = write(db, (tx) => createContact(tx, contactForm.parse({ ...person("phone.mobile"), accountId: String(ids.acme) }), { userId: ids.ana, now }));
  const change = write(db, (tx) => editContact(tx, { id }, contactEditForm.parse({ ...person("phone.fax"), id: String(id) }), { userId: ids.ana, now }));
  expect([change.before?.points, change.after?.points]).toEqual([["Celular: 81 3333 4444"], ["Fax: 81 3333 4444"]]);
});

test("a search finds every phone and mailbox of accounts and of people, and stops finding what was taken away", () => {
  const here = world();
  const { db, ids } = here;
  const by = { userId: ids.ana, now };
  saved(here, rows);
  const person = {
    accountId: String(ids.acme),
    givenName: "Rosa",
    ownerId: String(ids.ana),
    setsPoints: "on",
    points: [
      { what: "phone.home", value: "81 3333 4444" },
      { what: "phone.mobile", value: "81 5555 6666" },
    ],
  };
  const { id } = write(db, (tx) => createContact(tx, contactForm.parse(person), by));

  const scope = scopeFor(here.viewer("ana"), db);
  expect(findKeys(scope, "account", "8111112222")).toEqual([ids.acme]);
  expect(findKeys(scope, "account", "facturas@ejemplo.test")).toEqual([ids.acme]);
  expect(findKeys(scope, "contact", "81 5555 6666")).toEqual([id]);
  expect(findKeys(scopeFor(here.viewer("luis"), db), "contact", "81 5555 6666")).toEqual([]);
  expect(pointsOfContact(scopeFor(here.viewer("luis"), db), id)).toEqual([]);

  write(db, (tx) => editContact(tx, { id }, contactEditForm.parse({ ...person, id: String(id), points: [] }), by));
  expect(findKeys(scope, "contact", "81 5555 6666")).toEqual([]);
});

test("an account belongs to a person or to a group, which stand in one list", () => {
  const here = world({ preset: "group" });
  const { db, ids } = here;
  const by = { userId: ids.ana, now };
  const { id } = write(db, (tx) => createAccount(tx, accountForm.parse({ name: "Del norte", ownerId: `g${ids.norte}` }), by));
  const found = findAccount(scopeFor(here.viewer("ana"), db), id)!;
  expect(found).toMatchObject({ ownerId: null, ownerGroupId: ids.norte, ownerKey: "norte" });
  expect(accountValues(found, []).ownerId).toBe(`g${ids.norte}`);
  expect(findAccount(scopeFor(here.viewer("luis"), db), id)).toBeUndefined();

  expect(accountForm.parse({ name: "Ajena", ownerGroupId: String(ids.norte) }).ownerGroupId).toBeNull();
  const both = { ...accountForm.parse({ name: "De ambos", ownerId: String(ids.ana) }), ownerGroupId: ids.norte };
  expect(() => write(db, (tx) => createAccount(tx, both, by))).toThrow("accounts.one_owner");
  expect(() => write(db, (tx) => createAccount(tx, accountForm.parse({ name: "De nadie", ownerId: "g99" }), by))).toThrow("not_in_list");
});

test("an option of another list, and one that is not there, are refused where they were chosen", () => {
  const here = world();
  const [role, level] = (["relation_role", "interest_level"] as const).map(
    (list) => here.db.select().from(picklistOptions).where(eq(picklistOptions.list, list)).get()!.id,
  );
  expect(() => saved(here, undefined, { interestId: String(role) })).toThrow("not_in_list");
  expect(() => saved(here, undefined, { categoryId: "999999" })).toThrow("not_in_list");
  expect(() => saved(here, undefined, { originId: "999999" })).toThrow("not_in_list");
  expect(saved(here, undefined, { interestId: String(level) }).after).toMatchObject({ interestId: level });
});
