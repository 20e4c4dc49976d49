import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { catalogItems } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { setTaxes, taxIdsOf } from "./commands";
import { mostTaxes } from "./forms";

type Row = typeof catalogItems.$inferSelect;
type Fields = Partial<Pick<Row, "unit" | "isActive">>;
export type CatalogChanges = Fields & { taxIds?: number[]; addTaxId?: number; removeTaxId?: number };

/** Some fields of one item, the others as they are. Undefined when it is so already. Throws for more taxes than an item takes. */
export function changeCatalogFields(tx: Transaction, { id }: Pick<Row, "id">, changes: CatalogChanges, now: number): Change | undefined {
  const before = presentCatalogItem(tx, id)!;
  const { unit = before.unit, isActive = before.isActive } = changes;
  const taxIds = taxesAfter(before.taxIds, changes);
  const hasTaxes = taxIds.join() !== before.taxIds.join();
  if (unit === before.unit && isActive === before.isActive && !hasTaxes) return undefined;
  const after = tx
    .update(catalogItems)
    .set({ unit, isActive, updatedAt: now, version: before.version + 1 })
    .where(eq(catalogItems.id, id))
    .returning()
    .get();
  if (hasTaxes) setTaxes(tx, id, taxIds);
  return { kind: "catalog_item", id, before, after: { ...after, taxIds } };
}

/** An item as it stands, with its taxes in order, for comparing. */
export function presentCatalogItem(tx: Transaction, id: number) {
  const row = tx.select().from(catalogItems).where(eq(catalogItems.id, id)).get();
  return row && { ...row, taxIds: taxIdsOf(tx, id).sort(byNumber) };
}

/** The taxes an item has after that, in order. */
export function taxesAfter(held: number[], { taxIds, addTaxId, removeTaxId }: CatalogChanges): number[] {
  if (taxIds !== undefined) return taxIds.toSorted(byNumber);
  const left = held.filter((id) => id !== removeTaxId);
  if (addTaxId === undefined || left.includes(addTaxId)) return left;
  if (left.length === mostTaxes) throw new RuleError("catalog.too_many_taxes");
  return [...left, addTaxId].sort(byNumber);
}

const byNumber = (one: number, other: number) => one - other;
