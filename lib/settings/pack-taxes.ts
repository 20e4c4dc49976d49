import { eq, inArray, notInArray } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { catalogItemTaxes, taxes } from "@/db/schema";
import { taxesOn } from "@/lib/i18n/packs";
import type { Pack } from "@/lib/i18n/packs/types";

/** The taxes of a country as they are that day, in the order they are charged. One that is there under its code is set anew. */
export function fillTaxes(tx: Transaction, pack: Pack, today: string) {
  for (const [position, { basePlus = null, validTo = null, isDefault = false, ...tax }] of taxesOn(pack, today).entries()) {
    const row = { ...tax, basePlus, validTo, isDefault, isActive: true, position };
    tx.insert(taxes).values(row).onConflictDoUpdate({ target: taxes.code, set: row }).run();
  }
}

/** Those of another country instead: what an item holds is retired, since the item keeps it, and the rest goes. */
export function replaceTaxes(tx: Transaction, pack: Pack, today: string) {
  const held = tx.select({ id: catalogItemTaxes.taxId }).from(catalogItemTaxes);
  tx.delete(taxes).where(notInArray(taxes.id, held)).run();
  tx.update(taxes).set({ isActive: false, isDefault: false }).where(inArray(taxes.id, held)).run();
  fillTaxes(tx, pack, today);
  const last = taxesOn(pack, today).length;
  for (const { id } of tx.select({ id: taxes.id }).from(taxes).where(eq(taxes.isActive, false)).all()) {
    tx.update(taxes).set({ position: last }).where(eq(taxes.id, id)).run();
  }
}
