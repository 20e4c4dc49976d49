import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { searchEverything } from "@/lib/search/everything";
import { findKeys } from "@/lib/search/find";
import { beginning } from "@/lib/search/terms";
import { accountNames, now, type World, world } from "../../support/world";

function filled() {
  const here = world();
  write(here.db, (tx) => {
    const add = (values: object) => createAccount(tx, accountForm.parse({ ownerId: String(here.ids.ana), ...values }), { userId: null, now }).id;
    add({ name: "Constructora Peña y Asociados", taxId: "FES200101AA5", saveTaxIdAnyway: "on", phone: "+52 81 1234 5678", email: "compras@pena.test" });
    add({ name: "Ferretería El Sauce", taxId: "900.123.456-7", saveTaxIdAnyway: "on", phone: "(55) 4321-8765", code: "CLI-7" });
    add({ name: "Panadería Núñez", ownerId: String(here.ids.luis), phone: "81 9999 0000" });
    const rosa = {
      accountId: String(here.ids.zeta),
      givenName: "Rosa Elvira",
      familyName: "Ibáñez Peña",
      phone: "81 5555 1212",
      ownerId: String(here.ids.luis),
    };
    createContact(tx, contactForm.parse(rosa), { userId: null, now });
  });
  return here;
}

/** Only read, so one serves every test. */
const everyone = filled();

function names(here: World, person: Parameters<World["viewer"]>[0], text: string) {
  const known = accountNames(here.db);
  return findKeys(scopeFor(here.viewer(person), here.db), "account", text)
    .map((id) => known.get(id))
    .sort();
}

test.each([
  ["accents do not count", "pena"],
  ["nor when typed", "PEÑA"],
  ["words in any order", "asociados constr"],
  ["a fragment inside a word", "structor"],
  ["a tax id without punctuation", "fes200101aa5"],
  ["a tax id with dashes", "FES-200101-AA5"],
  ["the middle of a tax id", "200101"],
  ["a phone as its country writes it", "81 1234 5678"],
  ["with the prefix", "+52 81 1234-5678"],
  ["without blanks", "8112345678"],
  ["with a prefix of times past", "044 81 1234 5678"],
  ["by its end", "12345678"],
  ["an e-mail", "compras@pena.test"],
])("%s", (_name, text) => {
  expect(names(everyone, "marta", text)).toEqual(["Constructora Peña y Asociados"]);
});

test.each(["900123456", "900.123.456-7", "9001234567", "4321 8765", "CLI-7", "sauce"])("%s finds the second", (text) => {
  expect(names(everyone, "marta", text)).toEqual(["Ferretería El Sauce"]);
});

test.each([
  "constructroa",
  "costructora",
  "pana asociado",
  "asosiados",
  "konstructora",
])("%s, which nobody is called, finds who is called nearly so", (text) => {
  expect(names(everyone, "marta", text)).toEqual(["Constructora Peña y Asociados"]);
});

test.each(["pandenia", "panaderja"])("%s finds nothing that is not the viewer's", (text) => {
  expect([names(everyone, "ana", text), names(everyone, "luis", text)]).toEqual([[], ["Panadería Núñez"]]);
});

test.each(["carpintero", "zzzzzz", "ferr123eteria"])("%s is like nothing", (text) => {
  expect(names(everyone, "marta", text)).toEqual([]);
});

test("each finds what is theirs, and nobody finds by who may see", () => {
  expect(names(everyone, "ana", "panaderia")).toEqual([]);
  expect(names(everyone, "luis", "panaderia")).toEqual(["Panadería Núñez"]);
  expect(names(everyone, "bruno", "pena")).toEqual(["Constructora Peña y Asociados"]);
  expect(names(everyone, "marta", `u${everyone.ids.ana}`)).toEqual([]);
  expect(findKeys(scopeFor(everyone.viewer("marta"), everyone.db), "catalog_item", "everyone")).toEqual([]);
});

test("whoever stands for many principals finds as much, each hit probed", () => {
  const bruno = everyone.viewer("bruno");
  const many = {
    ...bruno.circles.subordinates,
    principals: [...bruno.circles.subordinates.principals, ...Array.from({ length: 20 }, (_, place) => `u${1000 + place}`)],
  };
  const scope = scopeFor({ ...bruno, circles: { own: many, group: many, subordinates: many } }, everyone.db);
  const known = accountNames(everyone.db);
  const found = (text: string) => findKeys(scope, "account", text).map((id) => known.get(id));
  expect([found("pena"), found("rreter"), found("constructroa"), found("panaderia")]).toEqual([
    ["Constructora Peña y Asociados"],
    ["Ferretería El Sauce"],
    ["Constructora Peña y Asociados"],
    [],
  ]);
  expect(findKeys(scope, "contact", "ibanez")).toEqual([]);
});

test("what one may not see does not use up the room of what one may", () => {
  const here = world();
  write(here.db, (tx) => {
    for (let i = 0; i < 505; i++) createAccount(tx, accountForm.parse({ name: `Taller ${i}`, ownerId: String(here.ids.luis) }), { userId: null, now });
    createAccount(tx, accountForm.parse({ name: "Taller de Ana", ownerId: String(here.ids.ana) }), { userId: null, now });
  });
  expect(names(here, "ana", "taller")).toEqual(["Taller de Ana"]);
  expect(names(here, "ana", "alle")).toEqual(["Taller de Ana"]);
});

test.each(['"', "*", "a AND", "NEAR(", "(", "' or 1=1", "acl : u1", "ñ", "%", "\u0000", "😀"])("strange text %j breaks nothing", (text) => {
  expect(() => searchEverything(scopeFor(everyone.viewer("marta"), everyone.db), text)).not.toThrow();
});

test("everything is searched at once, by kind, each as far as the viewer sees", () => {
  const groups = (person: "marta" | "ana" | "luis") =>
    searchEverything(scopeFor(everyone.viewer(person), everyone.db), "peña").map(({ group, hits }) => [group, hits.map(({ label }) => label)]);
  expect(groups("marta")).toEqual([
    ["accounts", ["Constructora Peña y Asociados"]],
    ["contacts", ["Rosa Elvira Ibáñez Peña"]],
  ]);
  expect(groups("ana")).toEqual([["accounts", ["Constructora Peña y Asociados"]]]);
  expect(groups("luis")).toEqual([["contacts", ["Rosa Elvira Ibáñez Peña"]]]);
});

test("a beginning of few words is sought by them, of many by the index, and both find the same", () => {
  const here = world();
  const { db, ids, viewer } = here;
  const add = (name: string) => write(db, (tx) => createAccount(tx, accountForm.parse({ name, ownerId: String(ids.ana) }), { userId: null, now }).id);
  const few = ["Torre", "Torres", "Torreblanca"].map(add);
  expect(beginning(db, "search_words", "torre")).toBe('"torre" OR "torreblanca" OR "torres"');
  expect(findKeys(scopeFor(viewer("ana"), db), "account", "torre")).toEqual(few);
  const many = Array.from({ length: 20 }, (_, place) => add(`Torre${String.fromCharCode(97 + place)}`));
  expect(beginning(db, "search_words", "torre")).toBe('"torre"*');
  expect(findKeys(scopeFor(viewer("ana"), db), "account", "torre")).toEqual([...few, ...many]);
  expect(beginning(db, "search_words", "torrez")).toBeUndefined();
  expect(beginning(db, "search_words", "tor")).toBe('"tor"*');
});

test.each(["0381 15-412-3456", "+54 9 381 412-3456", "15 412 3456 381 4123456", "381 412 3456"])("%s finds a telephone of Tucumán", (text) => {
  const { db, ids, viewer } = world();
  const values = { name: "Tucumán Fierros", ownerId: String(ids.ana), phone: "+54 9 381 412 3456" };
  const { id } = write(db, (tx) => createAccount(tx, accountForm.parse(values), { userId: null, now }));
  expect(findKeys(scopeFor(viewer("ana"), db), "account", text)).toEqual([id]);
});
