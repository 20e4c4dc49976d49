import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { catalogItems, catalogItemTaxes, taxes } from "@/db/schema";
import { createCatalogItem, editCatalogItem } from "@/lib/catalog/commands";
import { catalogItemForm } from "@/lib/catalog/forms";
import { canCreateCatalogItem, canEditCatalogItem } from "@/lib/catalog/policy";
import { RuleError } from "@/lib/core/errors";
import { itemColumns } from "./asked";
import type { CatalogRecord } from "./records";
import { changesBetween, type Importer, remember, requireColumns, type Written, wellFormed } from "./writing";

/** The item a row tells of, found by its code. A new one is charged the company's usual taxes; a known one keeps its own. */
export function writeCatalogItem(tx: Transaction, record: CatalogRecord, importer: Importer): Written {
  const { viewer, now } = importer;
  const stored = tx
    .select()
    .from(catalogItems)
    .where(and(eq(catalogItems.code, record.code), isNull(catalogItems.deletedAt)))
    .get();
  if (!stored) {
    if (!canCreateCatalogItem(viewer)) throw new RuleError("imports.may_not_create");
    const input = wellFormed(catalogItemForm(), { ...record, taxIds: usualTaxes(tx) });
    requireColumns(tx, importer, "catalog_item.created", input, itemColumns);
    const change = createCatalogItem(tx, input, { now });
    remember(tx, importer, "catalog_item.created", change);
    return { outcome: "new", recordId: change.id, reasons: [] };
  }

  const incoming = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
  const changes = changesBetween(stored, incoming);
  const reasons = changes.map(({ field, was, becomes }) => ({ field, code: "imports.change", values: { was, becomes } }));
  if (reasons.length === 0) return { outcome: "unchanged", recordId: stored.id, reasons };
  if (!canEditCatalogItem(viewer)) throw new RuleError("imports.may_not_edit");
  const input = wellFormed(catalogItemForm(), { ...stored, ...incoming, taxIds: taxesOf(tx, stored.id) });
  requireColumns(tx, importer, "catalog_item.edited", input, itemColumns);
  remember(tx, importer, "catalog_item.edited", editCatalogItem(tx, stored, input, { now }));
  return { outcome: "changed", recordId: stored.id, reasons };
}

export function catalogKey({ code }: CatalogRecord): string {
  return `code ${code}`;
}

function usualTaxes(tx: Transaction): number[] {
  const rows = tx
    .select({ id: taxes.id })
    .from(taxes)
    .where(and(eq(taxes.isDefault, true), eq(taxes.isActive, true)))
    .all();
  return rows.map(({ id }) => id);
}

function taxesOf(tx: Transaction, itemId: number): number[] {
  const rows = tx.select({ id: catalogItemTaxes.taxId }).from(catalogItemTaxes).where(eq(catalogItemTaxes.itemId, itemId)).all();
  return rows.map(({ id }) => id);
}
