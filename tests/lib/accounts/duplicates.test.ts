import { expect, test } from "vitest";
import { company } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createAccount, trashAccount } from "@/lib/accounts/commands";
import { refuseDuplicate } from "@/lib/accounts/duplicates";
import { accountForm } from "@/lib/accounts/forms";
import { coreOf, isNear } from "@/lib/accounts/near-names";
import type { RuleError } from "@/lib/core/errors";
import { now, world } from "../../support/world";

function setting() {
  const { db, ids, viewer } = world();
  const make = (typed: object, userId = ids.ana) =>
    write(db, (tx) => {
      const { id } = createAccount(tx, accountForm.parse({ ownerId: String(userId), setsPoints: "on", ...typed }), { userId, now });
      refuseDuplicate(tx, scopeFor(viewer("ana"), tx), id);
      return id;
    });
  const refusal = (typed: object) => {
    try {
      make(typed);
    } catch (error) {
      const { code, field, values, anyway } = error as RuleError;
      return { code, field, values, anyway };
    }
    return undefined;
  };
  return { db, ids, make, refusal };
}

test("who is already there is told by identification, phone, mailbox or name, with whose they are, even when out of sight", () => {
  const { db, ids, make, refusal } = setting();
  const more = [{ what: "phone.mobile", value: "81 3333 4444" }];
  const id = make({ name: "Peña y Cía.", taxId: "PEC990101AB1", phone: "81 1111 2222", email: "Hola@Pena.test", points: more }, ids.luis);

  const told = { code: "accounts.possible_duplicate_of", values: { name: "Peña y Cía.", owner: "Luis" }, anyway: "saveDuplicateAnyway" };
  expect(refusal({ name: "Otra", taxId: "pec-990101-ab1" })).toEqual({ ...told, field: "taxId" });
  expect(refusal({ name: "Otra", phone: "+52 1 81 1111 2222" })).toEqual({ ...told, field: "phone" });
  expect(refusal({ name: "Otra", phone: "8133334444" })).toEqual({ ...told, field: "phone" });
  expect(refusal({ name: "Otra", points: [{ what: "email.work", value: "hola@pena.test" }] })).toEqual({ ...told, field: "email" });
  expect(refusal({ name: "PEÑA Y CÍA." })).toEqual({ ...told, field: "name" });
  expect(refusal({ name: "Otra", email: "ahola@pena.test", phone: "81 1111 2223" })).toBeUndefined();
  expect(db.$client.prepare("select count(*) from accounts where name = 'Otra'").pluck().get()).toBe(1);

  write(db, (tx) => trashAccount(tx, { id }, { userId: null, now }));
  expect(refusal({ name: "PEÑA Y CÍA." })).toBeUndefined();
});

test("however many have a mailbox that reads alike, the very same one is found", () => {
  const { db, ids, make, refusal } = setting();
  const add = (typed: object) => write(db, (tx) => createAccount(tx, accountForm.parse({ ownerId: String(ids.luis), ...typed }), { userId: ids.luis, now }).id);
  for (let n = 0; n < 60; n += 1) add({ name: `Casa ${n}`, email: `v${n}.hola@pena.test` });
  expect(make({ name: "Peña", email: "hola@pena.test" })).toBeGreaterThan(60);
  expect(refusal({ name: "Otra", email: "hola@pena.test" })).toMatchObject({ field: "email", values: { name: "Peña" } });
  expect(refusal({ name: "Otra", email: "adios@pena.test", points: [{ what: "email.work", value: "v59.hola@pena.test" }] })).toMatchObject({ field: "email" });
});

test("of those in sight a name that is nearly the same is told too, and of the others none", () => {
  const { ids, make, refusal } = setting();
  make({ name: "Ferreteria Lopez" });
  make({ name: "Taller Ibáñez", ownerId: String(ids.luis) });
  const told = { code: "accounts.similar_name_of", field: "name", values: { name: "Ferreteria Lopez", owner: "Ana" }, anyway: "saveDuplicateAnyway" };
  expect(refusal({ name: "Ferretería López S.A. de C.V." })).toEqual(told);
  expect(refusal({ name: "López, Ferretería" })).toEqual(told);
  expect(refusal({ name: "Feretería Lopes" })).toEqual(told);
  expect(refusal({ name: "Ferretería López Norte" })).toBeUndefined();
  expect(refusal({ name: "Taller Ibañes" })).toBeUndefined();
});

test("a company that wants nobody to be asked has nobody asked", () => {
  const { db, make, refusal } = setting();
  make({ name: "Ferretería López", phone: "81 2222 3333" });
  db.update(company).set({ asksDuplicates: false }).run();
  expect(refusal({ name: "Ferretería López", phone: "81 2222 3333" })).toBeUndefined();
});

test.each([
  ["Ferretería López S.A. de C.V.", "Ferreteria Lopez"],
  ["Grupo Peña, S. A. P. I. de C. V.", "GRUPO PEÑA"],
  ["Comercial del Sur Sociedad Anónima de Capital Variable", "Comercial del Sur, SA"],
  ["Distribuidora Andina S.R.L.", "Distribuidora Andina Ltda."],
  ["Inversiones Rivas C.A.", "Inversión Rivas"],
  ["Panadería Núñez y Cía. Ltda.", "Panaderia Nunez"],
  ["Ferre Mart", "FerreMart, S.A."],
])("«%s» is nearly «%s»", (one, other) => {
  expect(isNear(coreOf(one), coreOf(other))).toBe(true);
});

test.each([
  ["Sucursal 2 López", "Sucursal 3 López"],
  ["Sol", "Sal"],
  ["Tienda A", "Tienda B"],
  ["Taller Sur", "Taller Sol"],
  ["Casa de Campo", "Casa del Campesino"],
  ["S.A.", "S.C."],
])("«%s» is not «%s»", (one, other) => {
  expect(isNear(coreOf(one), coreOf(other))).toBe(false);
});
