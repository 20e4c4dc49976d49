import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountAddresses, accounts } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createAccount, editAccount } from "@/lib/accounts/commands";
import { accountFilters } from "@/lib/accounts/filters";
import { accountForm } from "@/lib/accounts/forms";
import { listAccounts } from "@/lib/accounts/list";
import { findAccount, tagsOfAccount } from "@/lib/accounts/queries";
import { accountValues } from "@/lib/accounts/values";
import { addressesOfAccount } from "@/lib/addresses/queries";
import { mapLink } from "@/lib/addresses/values";
import { findKeys } from "@/lib/search/find";
import { now, world } from "../../support/world";

function setting() {
  const { db, ids, viewer } = world();
  const scope = scopeFor(viewer("ana"), db);
  const by = { userId: ids.ana, now };
  const edit = (typed: object) => {
    const account = findAccount(scope, ids.acme)!;
    const input = accountForm.parse({ ...accountValues(account, tagsOfAccount(scope, ids.acme)), ...typed });
    return write(db, (tx) => editAccount(tx, account, input, by));
  };
  const seen = () => {
    const { address, city, addressUse, country } = db.select().from(accounts).where(eq(accounts.id, ids.acme)).get()!;
    const others = addressesOfAccount(scope, ids.acme).map(({ use, address: street, city: town, country: land }) => [use, street, town, land]);
    return { main: [addressUse, address, city, country], others };
  };
  return { db, ids, scope, viewer, by, edit, seen };
}

const main = { address: "Juárez 100", city: "Monterrey", addressUse: "fiscal" };
const store = { use: "delivery", address: "De la iglesia, 200 m al norte", addressReference: "Portón verde", country: "Costa Rica" };

test("an account has several addresses, without postal code and in other countries, and the form may name none of them", () => {
  const { edit, seen, db, scope } = setting();
  edit({ ...main, setsAddresses: "on", addresses: [store, { use: "office", address: " " }, { use: "other", address: "Hidalgo 5", city: "Saltillo" }] });
  const others = [
    ["delivery", store.address, null, "CR"],
    ["other", "Hidalgo 5", "Saltillo", "MX"],
  ];
  expect(seen()).toEqual({ main: ["fiscal", "Juárez 100", "Monterrey", "MX"], others });
  const listed = listAccounts(scope, accountFilters.parse({ q: "acme" }), { keys: ["addresses"] }).rows.map(({ addresses }) => addresses);
  expect(listed).toEqual([`${store.address}; Hidalgo 5, Saltillo`]);
  edit({ ...main, city: "San Pedro" });
  expect(seen().others).toEqual(others);
  const { before, after } = edit({ ...main, setsAddresses: "on", addresses: [] });
  expect(seen().others).toEqual([]);
  expect([before?.addresses, after?.addresses]).toEqual([[`Entrega: ${store.address}, Portón verde, Costa Rica`, "Otra: Hidalgo 5, Saltillo, México"], []]);
  expect(db.select().from(accountAddresses).all()).toEqual([]);
});

test("an address that gives up its place as the principal one is in a country there is", () => {
  const { edit, seen } = setting();
  edit(main);
  const swapped = { ...main, country: "Narnia", setsAddresses: "on", addresses: [{ ...store, isMain: "on" }] };
  expect(() => edit(swapped)).toThrow(expect.objectContaining({ code: "invalid_country", field: "country" }));
  expect(seen()).toEqual({ main: ["fiscal", "Juárez 100", "Monterrey", "MX"], others: [] });
});

test("history tells each part of an address that was changed", () => {
  const { edit } = setting();
  edit({ ...main, setsAddresses: "on", addresses: [store] });
  for (const change of [{ use: "office" }, { postalCode: "11801" }, { region: "Cartago" }, { country: "Panamá" }, { addressReference: "Portón azul" }]) {
    const { before, after } = edit({ ...main, setsAddresses: "on", addresses: [{ ...store, ...change }] });
    expect(after?.addresses, JSON.stringify(change)).not.toEqual(before?.addresses);
    edit({ ...main, setsAddresses: "on", addresses: [store] });
  }
});

test("tags typed in another order, or spelt otherwise, are no change", () => {
  const { edit } = setting();
  edit({ tags: "zeta, alfa" });
  const { before, after } = edit({ tags: "ALFA, zeta" });
  expect([before?.tags, after?.tags]).toEqual([
    ["alfa", "zeta"],
    ["alfa", "zeta"],
  ]);
});

test("the one that is marked becomes the principal one and changes places with it; who has none takes the first", () => {
  const { edit, seen } = setting();
  edit({ ...main, setsAddresses: "on", addresses: [{ ...store, isMain: "on" }] });
  expect(seen()).toEqual({ main: ["delivery", store.address, null, "CR"], others: [["fiscal", "Juárez 100", "Monterrey", "MX"]] });
  edit({ address: "", addressReference: "", city: "", region: "", postalCode: "", setsAddresses: "on", addresses: [{ use: "office", address: "Hidalgo 5" }] });
  expect(seen()).toEqual({ main: ["office", "Hidalgo 5", null, "MX"], others: [] });
});

test("a row with a place needs an address, and a country there is; errors keep their row", () => {
  const issues = (addresses: object[]) =>
    accountForm.safeParse({ name: "Acme", setsAddresses: "on", addresses }).error?.issues.map(({ path }) => path.join("."));
  expect(issues([{ use: "delivery" }, { use: "delivery", city: "Saltillo" }])).toEqual(["addresses.1.address"]);
  expect(issues([{ use: "delivery", address: "Hidalgo 5", country: "Atlantis" }])).toEqual(["addresses.0.country"]);
  expect(issues([{ use: "elsewhere", address: "Hidalgo 5" }])).toEqual(["addresses.0.use"]);
});

test("who does not see the account sees none of its addresses, and each has its place on a map", () => {
  const { db, ids, viewer, by } = setting();
  const input = accountForm.parse({ name: "Nueva", ownerId: String(ids.ana), ...main, setsAddresses: "on", addresses: [store] });
  const { id } = write(db, (tx) => createAccount(tx, input, by));
  const [seen] = addressesOfAccount(scopeFor(viewer("ana"), db), id);
  expect(addressesOfAccount(scopeFor(viewer("luis"), db), id)).toEqual([]);
  expect(decodeURIComponent(mapLink(seen!))).toContain("De la iglesia, 200 m al norte, Costa Rica");
});

test("an account is found by where its other addresses are, by whole words and by fragments, and no longer once they are gone", () => {
  const { ids, edit, scope } = setting();
  const found = (text: string) => findKeys(scope, "account", text).includes(ids.acme);
  edit({ ...main, setsAddresses: "on", addresses: [{ use: "delivery", address: "Calzada Independencia 40", city: "Saltillo" }] });
  expect([found("saltillo"), found("ltill"), found("calzada independencia")]).toEqual([true, true, true]);
  edit({ ...main, setsAddresses: "on", addresses: [{ use: "delivery", address: "Hidalgo 5", city: "Torreón" }] });
  expect([found("saltillo"), found("torreon"), found("hidalgo")]).toEqual([false, true, true]);
  edit({ ...main, setsAddresses: "on" });
  expect([found("torreon"), found("monterrey")]).toEqual([false, true]);
});
