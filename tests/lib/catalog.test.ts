import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { taxes } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { editCatalogItem } from "@/lib/catalog/commands";
import { catalogFilters } from "@/lib/catalog/filters";
import { catalogItemForm } from "@/lib/catalog/forms";
import { catalogChoices, countCatalog, findCatalogItem, listCatalog } from "@/lib/catalog/queries";
import { item } from "../support/papers";
import { now, world } from "../support/world";

const comma = { decimal: ",", group: "." };

test("an item is found by code and name, and a retired one no longer offered", () => {
  const { db, viewer } = world();
  const id = item(db, {});
  item(db, { code: "VAR-38", name: 'Varilla corrugada 3/8"', isActive: true });
  write(db, (tx) => editCatalogItem(tx, { id }, catalogItemForm().parse({ code: "CEM-50", name: "Cemento gris", unitPrice: "240" }), { now }));
  const scope = scopeFor(viewer("ana"), db);
  const list = (query: Record<string, string>) => listCatalog(scope, catalogFilters.parse(query)).rows.map(({ code }) => code);
  expect([list({}), list({ sort: "-code" }), list({ q: "cem-50" }), list({ q: "corrug" }), list({ state: "inactive" })]).toEqual([
    ["CEM-50", "VAR-38"],
    ["VAR-38", "CEM-50"],
    ["CEM-50"],
    ["VAR-38"],
    ["CEM-50"],
  ]);
  expect(countCatalog(scope, catalogFilters.parse({}))).toBe(2);
  expect(catalogChoices(scope, "").map(({ label }) => label)).toEqual(['Varilla corrugada 3/8"']);
});

test("taxes are the company's, codes are not repeated, and cost is hidden from who may not see it", () => {
  const { db, viewer } = world();
  const iva = db.select().from(taxes).where(eq(taxes.code, "IVA16")).get()!;
  const id = item(db, { cost: "190", taxIds: String(iva.id) });
  expect(() => item(db, {})).toThrow("catalog.taken_code");
  expect(() => item(db, { code: "OTRO", taxIds: ["99"] })).toThrow("not_in_list");
  expect(findCatalogItem(scopeFor(viewer("marta"), db), id)).toMatchObject({ cost: "190", taxes: [{ code: "IVA16" }] });
  expect(findCatalogItem(scopeFor(viewer("ana"), db), id)).toMatchObject({ cost: null, unitPrice: "228.5" });
});

test("prices are read as they are written in the country", () => {
  const read = (unitPrice: string) => catalogItemForm(comma).safeParse({ code: "A", name: "A", unitPrice });
  expect(read("1.234,56").data?.unitPrice).toBe("1234.56");
  expect([read("1,234.56"), read("-1"), read("0,12345678901")].map(({ success }) => success)).toEqual([false, false, false]);
});
