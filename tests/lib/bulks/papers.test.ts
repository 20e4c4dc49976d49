import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { catalogItems, company, documents, events, taxes, users } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { bulkChoices } from "@/lib/bulks/choices";
import { bulkProblems } from "@/lib/bulks/queries";
import { reasonText } from "@/lib/bulks/reasons";
import { editCatalogItem } from "@/lib/catalog/commands";
import { catalogItemForm } from "@/lib/catalog/forms";
import { findCatalogItem } from "@/lib/catalog/queries";
import { firstBrokenEvent } from "@/lib/events/verify";
import { canChangeMany } from "@/lib/lists/policy";
import { createQuote, sendQuote } from "@/lib/quotes/commands";
import { by, cement, draft, item, done as made } from "../../support/papers";
import { now, type World, world } from "../../support/world";
import { begin, countsOf, done, undone } from "./support";

const codesOf = ({ db, viewer }: World, id: number) => findCatalogItem(scopeFor(viewer("marta"), db), id)!.taxes.map(({ code }) => code);
const rowOf = ({ db }: World, id: number) => db.select().from(catalogItems).where(eq(catalogItems.id, id)).get()!;
const taxOf = ({ db }: World, code: string) => String(db.select().from(taxes).where(eq(taxes.code, code)).get()!.id);

test("items are retired, sold otherwise and taxed otherwise together, by the filter, and one undo brings all back but what somebody changed since", async () => {
  const here = world();
  const { db, ids } = here;
  const [iva, iva8] = [taxOf(here, "IVA16"), taxOf(here, "IVA8")];
  const one = item(db, { code: "CEM-50", name: "Cemento gris", unit: "bulto", taxIds: iva, isActive: "on" });
  const other = item(db, { code: "CEM-25", name: "Cemento blanco", isActive: "on" });
  const beside = item(db, { code: "VAR-38", name: "Varilla", isActive: "on" });
  const changed = await done(here, "marta", "catalog", { address: "q=cemento", unit: "saco", state: "inactive", addTax: iva8, removeTax: iva });
  expect(countsOf(db, changed, ids.marta)).toMatchObject({ changed: 2, refused: 0 });
  for (const id of [one, other]) expect([rowOf(here, id), codesOf(here, id)]).toMatchObject([{ unit: "saco", isActive: false }, ["IVA8"]]);
  expect(rowOf(here, beside)).toMatchObject({ unit: null, isActive: true });
  const again = await done(here, "marta", "catalog", { ids: `${one}`, unit: "saco" });
  expect(countsOf(db, again, ids.marta)).toMatchObject({ changed: 0, unchanged: 1 });

  const since = catalogItemForm().parse({ code: "CEM-25", name: "Cemento blanco", unit: "cubeta", unitPrice: "90", taxIds: iva });
  write(db, (tx) => editCatalogItem(tx, { id: other }, since, { now }));
  const undo = await undone(here, "marta", changed);
  expect([rowOf(here, one), codesOf(here, one)]).toMatchObject([{ unit: "bulto", isActive: true }, ["IVA16"]]);
  expect([rowOf(here, other), codesOf(here, other)]).toMatchObject([{ unit: "cubeta", isActive: true }, ["IVA16"]]);
  const told = bulkProblems(scopeFor(here.viewer("marta"), db), { id: undo, list: "catalog", changes: {} });
  expect(told.map(reasonText)).toEqual(["Se quedó como está: Unidad, Impuestos"]);
  expect(firstBrokenEvent(db)).toBeUndefined();
});

test("a tax that is retired is taken away and never put, and none is no tax", () => {
  const here = world();
  const id = item(here.db, { code: "CEM-50", name: "Cemento" });
  const iva = taxOf(here, "IVA16");
  write(here.db, (tx): void => void tx.update(taxes).set({ isActive: false }).where(eq(taxes.code, "IVA16")).run());
  const choices = bulkChoices(scopeFor(here.viewer("marta"), here.db), "catalog").choices;
  expect(choices.map(({ field, options }) => [field, options.some(({ value }) => String(value) === iva)])).toEqual([
    ["addTax", false],
    ["removeTax", true],
  ]);
  expect(() => begin(here, "marta", "catalog", { ids: `${id}`, addTax: iva })).toThrow("not_in_list");
  expect(() => begin(here, "marta", "catalog", { ids: `${id}`, removeTax: "none" })).toThrow("not_in_list");
  begin(here, "marta", "catalog", { ids: `${id}`, removeTax: iva });
});

test("the last tax of an item is not taken away where the company asks for one", async () => {
  const here = world();
  const [iva, iva8] = [taxOf(here, "IVA16"), taxOf(here, "IVA8")];
  const id = item(here.db, { code: "CEM-50", name: "Cemento", taxIds: iva });
  write(
    here.db,
    (tx): void =>
      void tx
        .update(company)
        .set({ requiredFields: ["catalog.product.taxIds"] })
        .run(),
  );
  const refused = await done(here, "marta", "catalog", { ids: `${id}`, removeTax: iva });
  expect([countsOf(here.db, refused, here.ids.marta).refused, codesOf(here, id)]).toEqual([1, ["IVA16"]]);
  await done(here, "marta", "catalog", { ids: `${id}`, removeTax: iva, addTax: iva8 });
  expect(codesOf(here, id)).toEqual(["IVA8"]);
});

test("papers are given to a colleague whatever their state, of those one sees and may give, and nothing that is printed moves", async () => {
  const here = world();
  const { db, ids, viewer } = here;
  const quote = (accountId: number, who: number) =>
    made(db, (tx) => createQuote(tx, draft({ accountId: String(accountId), validUntil: "2026-09-30", lines: [cement] }), by(who)));
  const open = quote(ids.acme, ids.ana);
  const sent = made(db, (tx) => sendQuote(tx, quote(ids.acme, ids.ana), by(ids.ana)));
  const others = quote(ids.zeta, ids.luis);
  const rows = () => db.select().from(documents).orderBy(documents.id).all();
  const before = rows();

  expect(bulkChoices(scopeFor(viewer("marta"), db), "quotes")).toMatchObject({ choices: [{ field: "owner", mayEmpty: false }], hasTags: false });
  const given = await done(here, "marta", "quotes", { address: `owner=${ids.ana}`, owner: String(ids.bruno) });
  expect(countsOf(db, given, ids.marta)).toMatchObject({ changed: 2, refused: 0 });
  expect(rows().map(({ ownerId }) => ownerId)).toEqual([ids.bruno, ids.bruno, ids.luis]);
  expect(db.select({ name: events.name }).from(events).where(eq(events.subjectId, sent.id)).all().at(-1)).toEqual({ name: "quote.given" });
  expect(rows().map(({ contentSha256, label, status }) => [contentSha256, label, status])).toEqual(
    before.map(({ contentSha256, label, status }) => [contentSha256, label, status]),
  );

  const seen = await done(here, "bruno", "quotes", { ids: `${open.id},${others.id}`, owner: String(ids.bruno) });
  expect(countsOf(db, seen, ids.bruno)).toMatchObject({ changed: 0, unchanged: 1, refused: 1 });
  expect((["bruno", "ana", "rita"] as const).map((name) => canChangeMany(viewer(name), "quotes"))).toEqual([true, false, false]);
  await done(here, "ana", "quotes", { ids: `${open.id}`, owner: String(ids.ana) });
  expect(rows()[0]!.ownerId).toBe(ids.bruno);
  const mayWork = (isActive: boolean) => write(db, (tx): void => void tx.update(users).set({ isActive }).where(eq(users.id, ids.ana)).run());
  mayWork(false);
  const undo = await undone(here, "marta", given);
  const told = bulkProblems(scopeFor(viewer("marta"), db), { id: undo, list: "quotes", changes: {} });
  expect(told.map(reasonText)).toEqual(Array(2).fill("Lo que le tocaba está retirado o desactivado"));
  mayWork(true);
  await undone(here, "marta", given);
  expect(rows().map(({ ownerId }) => ownerId)).toEqual(before.map(({ ownerId }) => ownerId));
  expect(() => begin(here, "marta", "quotes", { ids: `${open.id}`, owner: "none" })).toThrow("not_in_list");
  expect(() => begin(here, "marta", "quotes", { ids: `${open.id}`, state: "inactive" })).toThrow("lists.nothing_to_change");
});
