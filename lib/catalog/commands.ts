import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { catalogItems, catalogItemTaxes, taxes } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { sortKey } from "@/lib/core/text";
import type { Change } from "@/lib/events/record";
import type { CatalogItemInput } from "./forms";

type By = { now: number };
type EditedItem = Omit<CatalogItemInput, "cost"> & { cost?: string | null };

/** Throws when the code is taken or a tax is not one of the company's. */
export function createCatalogItem(tx: Transaction, { taxIds, ...input }: CatalogItemInput, { now }: By): Change {
  requireFreeCode(tx, input.code, 0);
  const after = tx
    .insert(catalogItems)
    .values({ ...input, nameKey: sortKey(input.name), createdAt: now, updatedAt: now })
    .returning()
    .get();
  setTaxes(tx, after.id, taxIds);
  return { kind: "catalog_item", id: after.id, before: null, after: { ...after, taxIds } };
}

/** Documents keep what they were written with: a price changed here moves none of them. Without `cost` it stays as it was. */
export function editCatalogItem(tx: Transaction, item: { id: number }, { taxIds, ...input }: EditedItem, { now }: By): Change {
  requireFreeCode(tx, input.code, item.id);
  const before = tx.select().from(catalogItems).where(eq(catalogItems.id, item.id)).get()!;
  const oldTaxIds = taxIdsOf(tx, item.id);
  const after = tx
    .update(catalogItems)
    .set({ ...input, nameKey: sortKey(input.name), updatedAt: now, version: before.version + 1 })
    .where(eq(catalogItems.id, item.id))
    .returning()
    .get();
  setTaxes(tx, item.id, taxIds);
  return { kind: "catalog_item", id: item.id, before: { ...before, taxIds: oldTaxIds }, after: { ...after, taxIds } };
}

function requireFreeCode(tx: Transaction, code: string, id: number) {
  const holder = tx
    .select({ id: catalogItems.id })
    .from(catalogItems)
    .where(and(eq(catalogItems.code, code), isNull(catalogItems.deletedAt), ne(catalogItems.id, id)))
    .get();
  if (holder) throw new RuleError("catalog.taken_code", "code");
}

export function taxIdsOf(tx: Transaction, itemId: number): number[] {
  const rows = tx.select({ id: catalogItemTaxes.taxId }).from(catalogItemTaxes).where(eq(catalogItemTaxes.itemId, itemId)).all();
  return rows.map(({ id }) => id);
}

export function setTaxes(tx: Transaction, itemId: number, taxIds: number[]) {
  const known = taxIds.length === 0 ? [] : tx.select({ id: taxes.id }).from(taxes).where(inArray(taxes.id, taxIds)).all();
  if (known.length !== new Set(taxIds).size) throw new RuleError("not_in_list", "taxIds");
  tx.delete(catalogItemTaxes).where(eq(catalogItemTaxes.itemId, itemId)).run();
  if (known.length > 0)
    tx.insert(catalogItemTaxes)
      .values(known.map(({ id }) => ({ itemId, taxId: id })))
      .run();
}
