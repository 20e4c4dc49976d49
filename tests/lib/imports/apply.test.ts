import { eq, isNotNull, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountContacts, accounts, catalogItems, contacts, events } from "@/db/schema";
import { firstBrokenEvent } from "@/lib/events/verify";
import { reasonsText } from "@/lib/imports/reasons";
import { world } from "../../support/world";
import { fixture } from "../sheets/support";
import { applied, checked } from "./jobs";

const list = (...lines: string[]) => Buffer.from(lines.join("\n"));

test("trying a file says what applying it then does, and writes nothing", async () => {
  const here = world();
  const before = here.db.select().from(accounts).all();
  const tried = await checked(here, "accounts", fixture("accounts.csv"));
  expect(tried).toMatchObject({ state: "checked", counts: { new: 3, changed: 0, unchanged: 0, refused: 0 } });
  expect(here.db.select().from(accounts).all()).toEqual(before);
  expect(here.db.select().from(contacts).all()).toEqual([]);

  const done = await applied(here.db, tried.id);
  expect(done).toMatchObject({ state: "applied", counts: tried.counts });
  const made = here.db.select().from(accounts).where(isNotNull(accounts.code)).all();
  expect(made).toHaveLength(3);
  expect(made.every(({ ownerId }) => ownerId === here.ids.ana)).toBe(true);
  const related = here.db.select().from(accountContacts).all();
  expect(related.map(({ role, roleId, isPrimary }) => [role !== null || roleId !== null, isPrimary])).toEqual([
    [true, true],
    [true, true],
  ]);
});

test("each record leaves one event of the batch, and the chain holds", async () => {
  const here = world();
  const tried = await checked(here, "accounts", fixture("accounts.csv"));
  await applied(here.db, tried.id);
  const told = here.db.select().from(events).where(eq(events.batchId, tried.batchId)).all();
  expect(told.map(({ name }) => name).sort()).toEqual([...Array(3).fill("account.created"), ...Array(2).fill("contact.created")]);
  expect(told.every(({ source, actorId }) => source === "import" && actorId === here.ids.ana)).toBe(true);
  expect(firstBrokenEvent(here.db)).toBeUndefined();
});

test("brought again it is found by code, and only what the file says is changed", async () => {
  const here = world();
  await applied(here.db, (await checked(here, "accounts", list("Código,Empresa,Teléfono,Ciudad,Contacto,Cargo", "P1,Peña,555,Mérida,Ana Paz,Compras"))).id);
  const again = await checked(here, "accounts", list("Código,Empresa,Teléfono,Ciudad,Contacto,Cargo", "P1,Peña Hermanos,,Mérida,Ana Paz,Gerencia"));
  expect(again.counts).toEqual({ new: 0, changed: 1, unchanged: 0, refused: 0 });
  expect(reasonsText("accounts", again.rows[0]!.reasons)).toBe(
    "Nombre de la empresa: de «Peña» a «Peña Hermanos» · Contacto: cargo: de «Compras» a «Gerencia»",
  );
  await applied(here.db, again.id);
  expect(here.db.select().from(accounts).where(eq(accounts.code, "P1")).get()).toMatchObject({ name: "Peña Hermanos", phone: "555", version: 2 });
  expect(here.db.select().from(contacts).all()).toHaveLength(1);
  expect((await checked(here, "accounts", list("Código,Empresa", "P1,Peña Hermanos"))).counts).toMatchObject({ unchanged: 1 });
});

test("without code it is found by tax id, then by its very name; another code is another account", async () => {
  const here = world();
  const tried = await checked(here, "accounts", list("Empresa,RFC,Código", "ACME,,", "Acme,,B7", "Acme Sur,AAM090224BC2,", "Acme del Sur,AAM-090224-BC2,"));
  expect(tried.rows.map(({ outcome }) => outcome)).toEqual(["changed", "changed", "new", "changed"]);
  await applied(here.db, tried.id);
  expect(
    here.db
      .select()
      .from(accounts)
      .where(like(accounts.name, "Acme%"))
      .all()
      .map(({ name, code }) => [name, code]),
  ).toEqual([
    ["Acme", "B7"],
    ["Acme del Sur", null],
  ]);
});

test("several rows of one account bring its several contacts, the first of them primary", async () => {
  const here = world();
  const tried = await checked(here, "accounts", list("Código,Empresa,Contacto", "P1,Peña,Ana Paz", "P1,Peña,Beto Ruiz", "P1,Peña,Ana Paz"));
  expect(tried.rows.map(({ outcome }) => outcome)).toEqual(["new", "changed", "unchanged"]);
  const done = await applied(here.db, tried.id);
  expect(done.counts).toEqual(tried.counts);
  expect(
    here.db
      .select()
      .from(accountContacts)
      .all()
      .map(({ isPrimary }) => isPrimary),
  ).toEqual([true, false]);
});

test("what a command refuses is a refused row with its sentence, and the rest goes on", async () => {
  const here = world();
  const tried = await checked(here, "accounts", list("Empresa,RFC,Contacto", "Uno,XX,", "Dos,,", `${"x".repeat(201)},,`));
  expect(tried.rows.map(({ outcome, reasons }) => [outcome, reasonsText("accounts", reasons)])).toEqual([
    ["refused", "Identificación fiscal: RFC no tiene la forma correcta. Revíselo o guárdelo de todos modos."],
    ["new", ""],
    ["refused", "Nombre de la empresa: Escriba como máximo 200 caracteres."],
  ]);
  expect((await applied(here.db, tried.id)).counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 2 });
});

test("an import reaches no further than its importer", async () => {
  const here = world();
  const tried = await checked(here, "accounts", list("Empresa,Ciudad", "Zeta,Apodaca"));
  expect(tried.counts).toMatchObject({ new: 1 });
  const readers = await checked(here, "accounts", list("Empresa,Ciudad", "Zeta,Apodaca", "Nueva,León"), { as: "rita" });
  expect(readers.rows.map(({ reasons }) => reasonsText("accounts", reasons))).toEqual([
    "Ya existe y su perfil no permite cambiarlo.",
    "Su perfil no permite agregarlo.",
  ]);
});

test("catalog items come in with the usual taxes; the second row of a code changes the first", async () => {
  const here = world();
  const tried = await checked(here, "catalog", list("Código,Nombre,Precio", "A1,Tornillo,10.50", "A2,Tuerca,3", "A1,Tornillo,11"), { as: "marta" });
  expect(tried.rows.map(({ outcome }) => outcome)).toEqual(["new", "new", "changed"]);
  const done = await applied(here.db, tried.id);
  expect(done.counts).toEqual(tried.counts);
  expect(
    here.db
      .select()
      .from(catalogItems)
      .all()
      .map(({ code, unitPrice, kind }) => [code, unitPrice, kind]),
  ).toEqual([
    ["A1", "11", "product"],
    ["A2", "3", "product"],
  ]);
});

test("a file that is no sheet, or has no rows, ends with a sentence", async () => {
  const here = world();
  expect(await checked(here, "accounts", list("Empresa,Ciudad"))).toMatchObject({ state: "failed", error: '{"code":"imports.no_rows","values":{}}' });
  expect(await checked(here, "accounts", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]))).toMatchObject({ state: "failed" });
});

test("an account one may only see takes no contact, nor another role, from a file", async () => {
  const here = world({ preset: "all" });
  const marta = await checked(here, "accounts", list("Empresa,Nombres del contacto,Cargo del contacto", "Zeta,Nadia,Compras"), { as: "marta" });
  await applied(here.db, marta.id);
  const before = here.db.select().from(accountContacts).all();

  const tried = await checked(here, "accounts", list("Empresa,Nombres del contacto,Cargo del contacto", "Zeta,Intrusa,", "Acme,Nueva,", "Otra,Suya,"));
  expect(tried.counts).toEqual({ new: 1, changed: 1, unchanged: 0, refused: 1 });
  expect(tried.rows.find(({ outcome }) => outcome === "refused")?.reasons).toMatchObject([{ code: "imports.may_not_create" }]);
  const role = await checked(here, "accounts", list("Empresa,Nombres del contacto,Cargo del contacto", "Zeta,Nadia,Gerencia"));
  expect(role.rows[0]).toMatchObject({ outcome: "refused", reasons: [{ field: "contactRole", code: "imports.may_not_edit" }] });
  await applied(here.db, tried.id);
  expect(here.db.select().from(accountContacts).where(eq(accountContacts.accountId, here.ids.zeta)).all()).toEqual(before);
});
