import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, contacts, users } from "@/db/schema";
import { reasonsText } from "@/lib/imports/reasons";
import { type World, world } from "../../support/world";
import { applied, checked } from "./jobs";

const list = (...lines: string[]) => Buffer.from(lines.join("\n"));
const held = ({ db }: World, name: string) => {
  const { ownerId, ownerGroupId } = db.select().from(accounts).where(eq(accounts.name, name)).get()!;
  return ownerGroupId === null ? ownerId : `g${ownerGroupId}`;
};

test("a file gives each account, and the contact it brings, to whom it names: by address, by name or to a group", async () => {
  const here = world();
  const { db, ids } = here;
  const sheet = list("Empresa,Vendedor,Contacto", "Uno,luis@ejemplo.test,Eva Sol", "Dos,BRUNO,", "Tres,sur,", "Cuatro,,", "Cinco,Nadie,", "Zeta,Ana,");
  const tried = await checked(here, "accounts", sheet, { as: "marta" });
  expect(tried.counts).toEqual({ new: 4, changed: 1, unchanged: 0, refused: 1 });
  const told = (name: string) => reasonsText("accounts", tried.rows.find(({ cells }) => cells[0] === name)!.reasons);
  expect(told("Zeta")).toBe("Responsable: de «Luis» a «Ana»");
  expect(told("Cinco")).toContain("Nadie del equipo se llama «Nadie»");
  await applied(db, tried.id);
  expect(["Uno", "Dos", "Tres", "Cuatro", "Zeta"].map((name) => held(here, name))).toEqual([ids.luis, ids.bruno, `g${ids.sur}`, ids.marta, ids.ana]);
  expect(db.select().from(contacts).get()).toMatchObject({ givenName: "Eva", ownerId: ids.luis });
  expect((await checked(here, "accounts", sheet, { as: "marta" })).counts).toMatchObject({ unchanged: 5, refused: 1 });
});

test("who may not give accounts away keeps what they bring, and a name of two, or of one who left, is refused", async () => {
  const here = world();
  const { db, ids } = here;
  const row = (name: string, owner: string) => list("Empresa,Responsable", `${name},${owner}`);
  const codes = async (name: string, owner: string, as: "ana" | "marta") =>
    (await checked(here, "accounts", row(name, owner), { as })).rows.flatMap(({ reasons }) => reasons?.map(({ code }) => code) ?? []);
  expect(await codes("Nueva", "Luis", "ana")).toEqual(["imports.may_not_assign"]);
  expect(await codes("Acme", "Luis", "ana")).toEqual(["imports.may_not_assign"]);
  expect(await codes("Nueva", "Ana", "ana")).toEqual([]);
  db.update(users).set({ name: "Luis" }).where(eq(users.id, ids.clara)).run();
  expect(await codes("Nueva", "Luis", "marta")).toEqual(["imports.several_owners"]);
  db.update(users).set({ isActive: false }).where(eq(users.id, ids.clara)).run();
  expect(await codes("Nueva", "Luis", "marta")).toEqual([]);
  expect(await codes("Nueva", "clara@ejemplo.test", "marta")).toEqual(["imports.unknown_owner"]);
});

test("a list that names whoever is in charge already changes nothing, though they left or another is called so too", async () => {
  const here = world();
  const { db, ids } = here;
  const sheet = list("Empresa,Responsable,Contacto", "Acme,Ana,Eva Sol", "Zeta,Luis,");
  db.update(users).set({ isActive: false }).where(eq(users.id, ids.ana)).run();
  db.update(users).set({ name: "Luis" }).where(eq(users.id, ids.clara)).run();
  const tried = await checked(here, "accounts", sheet, { as: "marta" });
  expect(tried.counts).toEqual({ new: 0, changed: 1, unchanged: 1, refused: 0 });
  await applied(db, tried.id);
  expect([held(here, "Acme"), held(here, "Zeta"), db.select().from(contacts).get()?.ownerId]).toEqual([ids.ana, ids.luis, ids.marta]);
});
