import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { profileGrants, profiles, roles } from "@/db/schema";
import { modules, presets, reaches } from "@/db/vocabulary";
import { write } from "@/db/write";
import { actions, type Policy, pages } from "@/lib/access/registry";
import { scopeFor } from "@/lib/access/scope";
import { profileForm, roleForm } from "@/lib/scheme/forms";
import { profilesFor } from "@/lib/scheme/presets";
import { applyPreset, createProfile, editProfile, removeProfile } from "@/lib/scheme/profile-commands";
import { findProfile, listRoles, placesFor } from "@/lib/scheme/queries";
import { createRole, editRole, removeRole } from "@/lib/scheme/role-commands";
import { beyondSight, makesLoop } from "@/lib/scheme/rules";
import { verbsOf } from "@/lib/scheme/verbs";
import { now, viewerOf, type World, world } from "../../support/world";

const roleOf = ({ db }: World, name: string) => db.select().from(roles).where(eq(roles.name, name)).get()!;
const profileOf = ({ db }: World, name: string) => db.select().from(profiles).where(eq(profiles.name, name)).get()!;
const asText = (parentId: number | null) => (parentId === null ? "" : String(parentId));

function put(company: World, name: string, above: number | null) {
  const role = roleOf(company, name);
  return write(company.db, (tx) => editRole(tx, role, roleForm.parse({ name, parentId: asText(above) }), now));
}

test("a role goes where it is put with all below it, and never below itself", () => {
  const company = world();
  const [top, middle, low] = ["Dirección", "Gerencia", "Ejecutivo"].map((name) => roleOf(company, name).id) as [number, number, number];
  write(company.db, (tx) => createRole(tx, roleForm.parse({ name: "Zona norte", parentId: String(top) }), now));
  const zone = roleOf(company, "Zona norte").id;
  put(company, "Gerencia", zone);
  const tree = listRoles(scopeFor(company.viewer("marta"), company.db)).map(({ name, depth }) => `${depth} ${name}`);
  expect(tree).toEqual(expect.arrayContaining(["0 Dirección", "1 Zona norte", "2 Gerencia", "3 Ejecutivo"]));
  for (const [name, above] of [
    ["Gerencia", low],
    ["Gerencia", middle],
    ["Dirección", low],
  ] as const)
    expect(() => put(company, name, above)).toThrow("users.role_loop");
  expect(() => put(company, "Gerencia", 9_999)).toThrow("not_in_list");
  expect(() => write(company.db, (tx) => createRole(tx, roleForm.parse({ name: "Gerencia" }), now))).toThrow("users.taken_name");
  const places = placesFor(scopeFor(company.viewer("marta"), company.db), zone).map(({ value }) => value);
  expect([places.includes(top), places.includes(zone), places.includes(middle), places.includes(low)]).toEqual([true, false, false, false]);
});

test("who is moved under another is seen by them at their next request", () => {
  const company = world();
  const seen = () => viewerOf(company.db, company.ids.bruno).circles.subordinates.ownerIds.includes(company.ids.ana);
  expect(seen()).toBe(true);
  put(company, "Ejecutivo", roleOf(company, "Dirección").id);
  expect(seen()).toBe(false);
});

test("a role or a profile in use is not removed, a free one is", () => {
  const company = world();
  const { db } = company;
  const role = (name: string) => write(db, (tx) => removeRole(tx, roleOf(company, name)));
  const profile = (name: string) => write(db, (tx) => removeProfile(tx, profileOf(company, name)));
  expect(() => role("Gerencia")).toThrow("users.role_in_use");
  expect(() => profile("Ejecutivo")).toThrow("users.profile_in_use");
  write(db, (tx) => createRole(tx, roleForm.parse({ name: "Zona" }), now));
  write(db, (tx) => createRole(tx, roleForm.parse({ name: "Plaza", parentId: String(roleOf(company, "Zona").id) }), now));
  expect(() => role("Zona")).toThrow("users.role_has_below");
  role("Plaza");
  role("Zona");
  write(db, (tx) => createProfile(tx, profileForm.parse({ name: "Nadie" }), now));
  profile("Nadie");
  expect(db.select().from(profiles).where(eq(profiles.name, "Nadie")).all()).toEqual([]);
});

test("a profile holds what its form says, no verb further than it sees, and no verb its module has not", () => {
  const company = world();
  const { db } = company;
  const make = (name: string, grants: object) => write(db, (tx) => createProfile(tx, profileForm.parse({ name, hiddenFields: "cost", grants }), now));
  make("Almacén", { catalog: { view: "all", edit: "own", issue: "all" }, orders: { view: "group", confirm: "all", edit: "" } });
  const made = findProfile(scopeFor(company.viewer("marta"), db), profileOf(company, "Almacén").id)!;
  expect([made.hiddenFields, made.grants.map(({ module, verb, reach }) => `${module} ${verb} ${reach}`).sort()]).toEqual([
    ["cost"],
    ["catalog edit own", "catalog view all", "orders view group"],
  ]);
  expect(() => make("Ciego", { orders: { edit: "own" } })).toThrow(expect.objectContaining({ code: "users.beyond_sight", field: "grants.orders.edit" }));
  expect(() => make("Largo", { orders: { view: "own", void: "all" } })).toThrow("users.beyond_sight");
  expect(profileForm.safeParse({ name: "X", grants: { orders: { view: "everything" } } }).success).toBe(false);
});

test("a change of a profile holds at once, and history tells each grant that changed", () => {
  const company = world();
  const { db, ids } = company;
  const before = profileOf(company, "Ejecutivo");
  const change = write(db, (tx) => editProfile(tx, before, profileForm.parse({ name: "Ejecutivo", grants: { accounts: { view: "all" } } }), now));
  expect([change.before?.["accounts.view"], change.after?.["accounts.view"], change.after?.["accounts.edit"]]).toEqual(["own", "all", undefined]);
  const ana = viewerOf(db, ids.ana);
  expect([ana.grants.accounts, ana.grants.quotes]).toEqual([{ view: "all" }, undefined]);
});

test("a preset sets the profiles of every company again, makes the one that is gone and leaves the others", () => {
  const company = world();
  const { db } = company;
  write(db, (tx) => createProfile(tx, profileForm.parse({ name: "Almacén", grants: { catalog: { view: "all" } } }), now));
  const grantsOf = (name: string) =>
    db
      .select()
      .from(profileGrants)
      .where(eq(profileGrants.profileId, profileOf(company, name).id))
      .all()
      .map(({ module, verb, reach }) => `${module} ${verb} ${reach}`)
      .sort();
  for (const preset of presets) {
    const { also } = write(db, (tx) => applyPreset(tx, preset, now));
    expect(also).toHaveLength(4);
    for (const { name, grants } of profilesFor(preset))
      expect(grantsOf(name)).toEqual(grants.map(({ module, verb, reach }) => `${module} ${verb} ${reach}`).sort());
  }
  expect(grantsOf("Almacén")).toEqual(["catalog view all"]);
});

test("entry points ask for no verb that their module has not, and presets go nowhere unseen", () => {
  for (const preset of presets) {
    for (const { grants } of profilesFor(preset)) {
      expect(beyondSight(grants)).toBeUndefined();
    }
  }
  const asked = [...Object.values<Policy>(pages), ...Object.values<Policy>(actions)].flatMap((policy) => (typeof policy === "string" ? [] : policy));
  expect(asked.filter(({ module, verb }) => !verbsOf[module].includes(verb))).toEqual([]);
  expect(Object.keys(verbsOf).sort()).toEqual([...modules].sort());
  expect(reaches).toHaveLength(4);
});

test("no tree of roles made by moves that were let has a loop", () => {
  const moves = fc.array(fc.tuple(fc.nat(7), fc.option(fc.nat(7), { nil: null })), { maxLength: 40 });
  fc.assert(
    fc.property(moves, (all) => {
      const tree = Array.from({ length: 8 }, (_, id) => ({ id, parentId: null as number | null }));
      for (const [id, above] of all) if (!makesLoop(tree, id, above)) tree[id]!.parentId = above;
      for (const { id } of tree) {
        const path = new Set<number>();
        for (let at: number | null = id; at !== null; at = tree[at]!.parentId) {
          expect(path.has(at)).toBe(false);
          path.add(at);
        }
      }
    }),
  );
});
