import { and, eq, type SQL, sql } from "drizzle-orm";
import { keyset, type Page, pageOf, type Reading } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { typedNumber } from "@/lib/i18n/format";
import { isFound, isNarrowed } from "@/lib/search/find";
import type { CatalogFilters, CatalogSort } from "./filters";

export type CatalogRow = {
  id: number;
  sortValue: string | number;
  kind: "product" | "service";
  code: string;
  name: string;
  unit: string | null;
  unitPrice: string;
  taxNames: string | null;
  isActive: boolean;
  description: string | null;
  cost: string | null;
};

export function listCatalog(scope: Scope, filters: CatalogFilters, { size, isWhole }: Reading = {}): Page<CatalogRow> {
  const { catalogItems } = scope;
  const column = sortColumn(scope, filters.sort);
  const { where, orderBy, limit } = keyset(filters, column, catalogItems.id, size);
  const rows = scope
    .select({
      id: catalogItems.id,
      sortValue: sql<string>`${column}`,
      kind: catalogItems.kind,
      code: catalogItems.code,
      name: catalogItems.name,
      unit: catalogItems.unit,
      unitPrice: catalogItems.unitPrice,
      taxNames: taxNames(scope),
      isActive: catalogItems.isActive,
      description: catalogItems.description,
      cost: catalogItems.cost,
    })
    .from(catalogItems)
    .where(and(where, ...conditions(scope, filters, isWhole)))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return pageOf(rows, filters, size);
}

/** How many items match, exact to `cap` and `cap + 1` beyond. */
export function countCatalog(scope: Scope, filters: CatalogFilters, cap = 1000, isWhole = false): number {
  const { catalogItems } = scope;
  const capped = scope
    .select({ id: catalogItems.id })
    .from(catalogItems)
    .where(and(...conditions(scope, filters, isWhole)))
    .limit(cap + 1)
    .as("capped");
  return scope.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

export type CatalogItem = NonNullable<ReturnType<typeof findCatalogItem>>;

/** The item with its taxes; undefined when it is not there for this viewer. */
export function findCatalogItem(scope: Scope, id: number | string) {
  const { catalogItems } = scope;
  const key = Number(id);
  const item = Number.isSafeInteger(key) ? scope.select().from(catalogItems).where(eq(catalogItems.id, key)).get() : undefined;
  return item && { ...item, taxes: taxesOfItem(scope, item.id) };
}

/** For a picker: what a text finds among what is still sold, by code first. */
export function catalogChoices(scope: Scope, text: string) {
  const { catalogItems } = scope;
  return scope
    .select({ id: catalogItems.id, label: catalogItems.name, hint: catalogItems.code, unit: catalogItems.unit, unitPrice: catalogItems.unitPrice })
    .from(catalogItems)
    .where(and(eq(catalogItems.isActive, true), text === "" ? undefined : isFound(scope, "catalog_item", catalogItems.id, text, { isWhole: true })))
    .orderBy(sql`lower(${catalogItems.code}) <> lower(${text})`, catalogItems.nameKey, catalogItems.id)
    .limit(10)
    .all()
    .map(({ id, label, hint, unit, unitPrice }) => ({ id, label, hint, fill: filled({ name: label, unit, unitPrice, taxes: taxesOfItem(scope, id) }) }));
}

/** What an item writes in a line, as a person would type it. */
export function filled({ name, unit, unitPrice, taxes }: Pick<CatalogItem, "name" | "unit" | "unitPrice" | "taxes">): Record<string, string[]> {
  return { description: [name], unit: [unit ?? ""], unitPrice: [typedNumber(unitPrice)], taxes: taxes.map(({ code }) => code) };
}

export type TaxOption = ReturnType<typeof taxOptions>[number];

/** Taxes in use in the order they are charged, and those in `kept`, which a record may still hold though they were retired. */
export function taxOptions(scope: Scope, kept: readonly string[] = []) {
  const { taxes } = scope;
  const rows = scope.select().from(taxes).orderBy(taxes.position, taxes.id).all();
  return rows.filter(({ code, isActive }) => isActive || kept.includes(code));
}

export function taxesOfItem(scope: Scope, itemId: number) {
  const { catalogItemTaxes, taxes } = scope;
  return scope
    .select({ id: taxes.id, code: taxes.code, name: taxes.name })
    .from(catalogItemTaxes)
    .innerJoin(taxes, eq(taxes.id, catalogItemTaxes.taxId))
    .where(eq(catalogItemTaxes.itemId, itemId))
    .orderBy(taxes.position, taxes.id)
    .all();
}

export function conditions(scope: Scope, filters: CatalogFilters, isWhole = false): (SQL | undefined)[] {
  const { q, kind, state } = filters;
  const { catalogItems } = scope;
  return [
    q === "" ? undefined : isFound(scope, "catalog_item", catalogItems.id, q, { isWhole: isWhole || isNarrowed(filters) }),
    kind && eq(catalogItems.kind, kind),
    state && eq(catalogItems.isActive, state === "active"),
  ];
}

function taxNames({ catalogItemTaxes, taxes, catalogItems }: Scope): SQL<string | null> {
  return sql<string | null>`(select group_concat(${taxes.name}, ', ') from ${catalogItemTaxes} join ${taxes} on ${taxes.id} = ${catalogItemTaxes.taxId}
    where ${catalogItemTaxes.itemId} = ${catalogItems.id})`;
}

function sortColumn({ catalogItems }: Scope, sort: CatalogSort): SQL {
  return sort.endsWith("name") ? sql`${catalogItems.nameKey}` : sql`${catalogItems.code}`;
}
