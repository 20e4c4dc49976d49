import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, bulkRows } from "@/db/schema";
import { write } from "@/db/write";
import { changeAccountFields } from "@/lib/accounts/change-fields";
import { setTags } from "@/lib/accounts/commands";
import { now, world } from "../../support/world";
import { countsOf, done, tagsOf, undone } from "./support";

test("an owner given since, a person or a group, is never taken from the account by an undo", async () => {
  const here = world();
  const { db, ids } = here;
  const owned = (id: number) => db.select().from(accounts).where(eq(accounts.id, id)).get()!;
  const id = await done(here, "marta", "accounts", { ids: `${ids.acme}`, owner: "none", addTags: "VIP" });
  expect(owned(ids.acme)).toMatchObject({ ownerId: null });
  write(db, (tx) => changeAccountFields(tx, { id: ids.acme }, { ownerGroupId: ids.norte }, now));
  const undo = await undone(here, "marta", id);
  expect(owned(ids.acme)).toMatchObject({ ownerId: null, ownerGroupId: ids.norte });
  expect(tagsOf(db, ids.acme)).toBe(0);
  expect(db.select().from(bulkRows).where(eq(bulkRows.bulkId, undo)).get()).toMatchObject({ outcome: "kept", reasons: ["ownerId"] });

  const fromGroup = await done(here, "marta", "accounts", { ids: `${ids.acme}`, owner: "none", addTags: "VIP" });
  expect(owned(ids.acme)).toMatchObject({ ownerId: null, ownerGroupId: null });
  write(db, (tx) => changeAccountFields(tx, { id: ids.acme }, { ownerId: ids.bruno }, now));
  const back = await undone(here, "marta", fromGroup);
  expect(owned(ids.acme)).toMatchObject({ ownerId: ids.bruno, ownerGroupId: null });
  expect(tagsOf(db, ids.acme)).toBe(0);
  expect(db.select().from(bulkRows).where(eq(bulkRows.bulkId, back)).get()).toMatchObject({ outcome: "kept", reasons: ["ownerGroupId"] });

  const toPerson = await done(here, "marta", "accounts", { ids: `${ids.zeta}`, owner: String(ids.ana) });
  await undone(here, "marta", toPerson);
  expect(owned(ids.zeta)).toMatchObject({ ownerId: ids.luis });
});

test("a tag written in another case or without its accents is taken back as well", async () => {
  const here = world();
  const { db, ids } = here;
  write(db, (tx): void => setTags(tx, ids.zeta, ["VIP", "Línea"]));
  const id = await done(here, "marta", "accounts", { ids: `${ids.acme}`, addTags: "vip, linea" });
  expect(tagsOf(db, ids.acme)).toBe(2);
  const undo = await undone(here, "marta", id);
  expect(countsOf(db, undo, ids.marta)).toEqual({ changed: 1, unchanged: 0, refused: 0, kept: 0 });
  expect(tagsOf(db, ids.acme)).toBe(0);
});
