import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { profiles, roles, users } from "@/db/schema";
import { entriesOf } from "@/lib/access/entry";
import { scopeFor } from "@/lib/access/scope";
import { userFilters } from "@/lib/users/filters";
import { usersFound } from "@/lib/users/found";
import { now, world } from "../../support/world";

test("colleagues are found by what they are called, where they stand, what they may do and whether they come in, in the order asked for", () => {
  const { db, ids, viewer } = world();
  db.update(users).set({ name: "Ána Núñez" }).where(eq(users.id, ids.ana)).run();
  db.update(users).set({ isActive: false }).where(eq(users.id, ids.rita)).run();
  db.update(users).set({ passwordHash: "" }).where(eq(users.id, ids.luis)).run();
  const found = (asked: Record<string, string> = {}) => {
    const scope = scopeFor(viewer("marta"), db);
    return usersFound(scope, userFilters.parse(asked), entriesOf(scope, now)).map(({ name }) => name);
  };
  const numbered = (table: typeof profiles | typeof roles, name: string) =>
    String(db.select({ id: table.id }).from(table).where(eq(table.name, name)).get()!.id);

  expect(found()).toEqual(["Bruno", "Clara", "Luis", "Marta Ríos", "Ána Núñez", "Rita"]);
  expect(found({ sort: "name" })).toEqual(["Ána Núñez", "Bruno", "Clara", "Luis", "Marta Ríos", "Rita"]);
  expect(found({ sort: "-email" })[0]).toBe("Rita");
  expect(found({ q: "ana nunez" })).toEqual(["Ána Núñez"]);
  expect(found({ q: "luis rios" })).toEqual([]);
  expect(found({ q: "marta@ rios" })).toEqual(["Marta Ríos"]);
  expect([found({ state: "inactive" }), found({ state: "waiting" })]).toEqual([["Rita"], ["Luis"]]);
  expect(found({ state: "active", sort: "name" })).toEqual(["Ána Núñez", "Bruno", "Clara", "Marta Ríos"]);
  expect(found({ profile: numbered(profiles, "Ejecutivo"), sort: "name" })).toEqual(["Ána Núñez", "Luis"]);
  expect(found({ group: String(ids.sur) })).toEqual(["Luis"]);
  expect(found({ role: numbered(roles, "Gerencia") })).toEqual(["Bruno"]);
  expect(found({ role: "x", state: "x", sort: "x", profile: "-1" })).toHaveLength(6);
});
