import { expect, test } from "vitest";
import { listExports } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { accountColumns } from "@/lib/accounts/columns";
import { accountFilters } from "@/lib/accounts/filters";
import { findExport, isReady } from "@/lib/exports/queries";
import { keysOf } from "@/lib/lists/columns";
import { chooseColumns, editView, removeView, saveView, setDefaultView } from "@/lib/lists/commands";
import { canEditView, canSetForAll } from "@/lib/lists/policy";
import { askedOf, chosenColumns, findView, listFrame, viewsOf } from "@/lib/lists/queries";
import { now, type World, world } from "../../support/world";

type Person = "marta" | "bruno" | "ana" | "luis" | "rita";

function scopeOf({ db, viewer }: World, person: Person) {
  return scopeFor(viewer(person), db);
}

function save(here: World, person: Person, audience: "private" | "group" | "all", groupId: number | null = null, address = "kind=customer") {
  const by = { userId: here.ids[person], now, mayForAll: canSetForAll(here.viewer(person)) };
  return write(here.db, (tx) => saveView(tx, { list: "accounts", name: `${audience} ${person}`, audience, groupId, address }, by).id);
}

const seen = (here: World, person: Person) => viewsOf(scopeOf(here, person), "accounts").map(({ name }) => name);

test("a view is its maker's, its group's or everybody's", () => {
  const here = world();
  save(here, "ana", "private");
  save(here, "ana", "group", here.ids.norte);
  save(here, "marta", "all");
  expect(seen(here, "ana")).toEqual(["all marta", "group ana", "private ana"]);
  expect(seen(here, "luis")).toEqual(["all marta"]);
  expect(seen(here, "marta")).toEqual(["all marta"]);
  expect(() => save(here, "ana", "all")).toThrow("lists.not_for_all");
  expect(() => save(here, "ana", "group", here.ids.sur)).toThrow("lists.not_of_group");
  expect(() => save(here, "ana", "group")).toThrow("lists.not_of_group");
});

test("only its maker, or who configures, changes a view", () => {
  const here = world();
  const id = save(here, "marta", "all");
  const view = findView(scopeOf(here, "ana"), id)!;
  expect(canEditView(here.viewer("ana"), view)).toBe(false);
  expect(canEditView(here.viewer("marta"), view)).toBe(true);
  expect(findView(scopeOf(here, "luis"), save(here, "ana", "private"))).toBeUndefined();
});

test("a role finds its view at the bare address, until it is nobody's any more", () => {
  const here = world();
  const { db } = here;
  const id = save(here, "marta", "all", null, "kind=supplier&sort=city");
  const { role_id: roleId } = db.$client.prepare("select role_id from users where id = ?").get(here.ids.ana) as { role_id: number };
  write(db, (tx): void => void setDefaultView(tx, { list: "accounts", roleId, viewId: id }));
  expect(askedOf(scopeOf(here, "ana"), "accounts", {})).toEqual({ kind: "supplier", sort: "city" });
  expect(askedOf(scopeOf(here, "ana"), "accounts", { aviso: "x" })).toEqual({ kind: "supplier", sort: "city" });
  expect(askedOf(scopeOf(here, "ana"), "accounts", { sort: "name" })).toEqual({ sort: "name" });
  expect(askedOf(scopeOf(here, "luis"), "accounts", {})).toEqual({});
  const mine = save(here, "marta", "private");
  expect(() => write(db, (tx): void => void setDefaultView(tx, { list: "accounts", roleId, viewId: mine }))).toThrow("not_in_list");
  const by = { userId: here.ids.marta, now, mayForAll: true };
  write(
    db,
    (tx): void =>
      void editView(
        tx,
        findView(scopeOf(here, "marta"), id)!,
        { ...{ id, name: "Mía", audience: "private", groupId: null }, address: "sort=city", fromList: false },
        by,
      ),
  );
  expect(askedOf(scopeOf(here, "ana"), "accounts", {})).toEqual({});
  write(db, (tx): void => void removeView(tx, findView(scopeOf(here, "marta"), id)!));
  expect(seen(here, "marta")).toEqual(["private marta"]);
});

test("a view keeps its filters unless it is told to take those of the list as it stands", () => {
  const here = world();
  const id = save(here, "ana", "private");
  const by = { userId: here.ids.ana, now, mayForAll: false };
  const look = { id, name: "Una", audience: "private", groupId: null, address: "sort=-city&columns=city" } as const;
  const edit = (fromList: boolean) => write(here.db, (tx) => editView(tx, findView(scopeOf(here, "ana"), id)!, { ...look, fromList }, by)).after;
  expect(edit(false)).toMatchObject({ address: "kind=customer", version: 2 });
  expect(edit(true)).toMatchObject({ address: look.address, version: 3 });
});

test("columns are one's own, and a hidden one is shown to nobody it is hidden from", () => {
  const here = world();
  const choose = (person: Person, columns: string[], usual = false) =>
    write(here.db, (tx) => chooseColumns(tx, { list: "accounts", address: "sort=-name&columns=city", columns, usual }, here.ids[person]).to);
  expect(choose("rita", ["city", "internal_note", "nonsense"])).toBe("/accounts?sort=-name&columns=city%2Cinternal_note%2Cnonsense");
  choose("ana", ["internal_note"]);
  const shown = (person: Person, address: Record<string, string> = {}) =>
    keysOf(listFrame(scopeOf(here, person), "accounts", accountFilters.parse(address), accountColumns).shown);
  expect(shown("rita")).toEqual(["name", "city"]);
  expect(shown("ana")).toEqual(["name", "internal_note"]);
  expect(shown("rita", { columns: "internal_note,phone" })).toEqual(["name", "phone"]);
  expect(shown("luis")).toHaveLength(6);
  expect(choose("ana", [], true)).toBe("/accounts?sort=-name");
  expect(chosenColumns(scopeOf(here, "ana"), "accounts")).toBeUndefined();
});

test("a file is its owner's alone, and only while they may take lists out", () => {
  const here = world();
  const { db, ids } = here;
  const values = { list: "accounts", address: "", format: "csv", state: "done", rows: 3, expiresAt: now + 1, createdAt: 0 } as const;
  const { id } = db
    .insert(listExports)
    .values({ ...values, columns: ["name"], ownerId: ids.bruno })
    .returning()
    .get();
  expect(findExport(scopeOf(here, "marta"), id)).toBeUndefined();
  const mine = findExport(scopeOf(here, "bruno"), id)!;
  expect(isReady(scopeOf(here, "bruno"), mine, now)).toBe(true);
  expect(isReady(scopeOf(here, "bruno"), mine, now + 1)).toBe(false);
  db.run("delete from profile_grants where verb = 'export'");
  expect(isReady(scopeOf(here, "bruno"), mine, now)).toBe(false);
});
