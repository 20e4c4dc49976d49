import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { catalogItems, catalogItemTaxes, company, documentLines, documentLineTaxes, documentTaxes, taxes } from "@/db/schema";
import { decimalsOf } from "@/lib/core/currencies";
import { toMinor } from "@/lib/core/decimal";
import { RuleError } from "@/lib/core/errors";
import { calculate, type Reckoning } from "./calculate";
import type { DraftLine } from "./forms";
import type { TotalsOutput } from "./totals/types";

/** A line as it will be stored: what its item knows filled in where nothing was written. */
export type FilledLine = {
  id: number | null;
  itemId: number | null;
  code: string | null;
  description: string;
  unit: string | null;
  quantity: string;
  unitPrice: string;
  discount: string | null;
  taxes: string[];
};

/** The company's rules of today. Taxes retired since stay readable, so that what holds one can still be added up. */
export function reckoningOf(tx: Transaction): Reckoning {
  const { currency, priceMode, roundingMode, taxScope } = tx.select().from(company).where(eq(company.id, 1)).get()!;
  return { currency, priceMode, roundingMode, taxScope, taxes: tx.select().from(taxes).orderBy(taxes.position, taxes.id).all() };
}

/** Throws when an item is not in the catalog. A row with only its item gets the item's words, price and taxes. */
export function fillLines(tx: Transaction, lines: readonly DraftLine[]): FilledLine[] {
  const ids = lines.flatMap(({ itemId }) => itemId ?? []);
  const items = new Map((ids.length === 0 ? [] : tx.select().from(catalogItems).where(inArray(catalogItems.id, ids)).all()).map((item) => [item.id, item]));
  return lines.map(({ itemId, ...line }, index) => {
    const item = itemId === null ? undefined : items.get(itemId);
    if (itemId !== null && !item) throw new RuleError("not_in_list", `lines.${index}.itemId`);
    const isUntouched = line.description === null && line.unitPrice === null && line.taxes.length === 0;
    return {
      ...line,
      itemId,
      code: item?.code ?? null,
      description: line.description ?? item!.name,
      unit: line.unit ?? item?.unit ?? null,
      unitPrice: line.unitPrice ?? item!.unitPrice,
      taxes: isUntouched && item ? taxCodesOf(tx, item.id) : line.taxes,
    };
  });
}

/** The document's kept amounts in minor units. Throws when they do not fit or the discount is more than the amount. */
export function addUp(reckoning: Reckoning, lines: readonly FilledLine[], discount: string | null) {
  const sums = calculate(reckoning, lines, discount);
  const minor = (amount: string) => toMinor(amount, decimalsOf(reckoning.currency), "lines");
  return {
    sums,
    kept: {
      grossMinor: minor(sums.grossTotal),
      discountMinor: minor(sums.discountTotal),
      netMinor: minor(sums.netTotal),
      taxMinor: minor(sums.taxTotal),
      withheldMinor: minor(sums.withholdingTotal),
      totalMinor: minor(sums.total),
    },
  };
}

/** Writes the lines in their order with the taxes as they are now: those with an id in place, the others anew. Returns the ids. */
export function storeLines(tx: Transaction, documentId: number, lines: readonly FilledLine[], reckoning: Reckoning, sums: TotalsOutput): number[] {
  clearTaxes(tx, documentId);
  // Positions are unique: those in use step aside before the new ones are given.
  for (const { id } of lines) if (id !== null) tx.update(documentLines).set({ position: -id }).where(eq(documentLines.id, id)).run();
  const minor = (amount: string) => toMinor(amount, decimalsOf(reckoning.currency));
  const ids = lines.map(({ id, taxes: codes, discount, ...line }, position) => {
    const { gross, discount: taken, documentDiscountShare, net, taxes: amounts, total } = sums.lines[position]!;
    const row = {
      ...{ ...line, documentId, position, discountType: discount === null ? null : ("percent" as const), discountValue: discount },
      ...{ grossMinor: minor(gross), discountMinor: minor(taken) + minor(documentDiscountShare), netMinor: minor(net) },
      ...{ taxMinor: minor(total) - minor(net), totalMinor: minor(total) },
    };
    const lineId =
      id === null
        ? tx.insert(documentLines).values(row).returning({ id: documentLines.id }).get().id
        : tx.update(documentLines).set(row).where(eq(documentLines.id, id)).returning({ id: documentLines.id }).get().id;
    const borne = reckoning.taxes.filter(({ code }) => codes.includes(code));
    const rows = borne.map((tax, place) => ({
      lineId,
      position: place,
      ...snapshot(tax),
      kind: tax.kind,
      basePlus: tax.basePlus,
      amountMinor: minor(amounts[tax.code]!),
    }));
    if (rows.length > 0) tx.insert(documentLineTaxes).values(rows).run();
    return lineId;
  });
  const named = new Map(reckoning.taxes.map((tax) => [tax.code, tax]));
  const rows = sums.taxTotals.map(({ code, base, amount }, position) => ({
    ...{ documentId, position, ...snapshot(named.get(code)!), baseMinor: minor(base), amountMinor: minor(amount) },
  }));
  if (rows.length > 0) tx.insert(documentTaxes).values(rows).run();
  return ids;
}

function clearTaxes(tx: Transaction, documentId: number) {
  tx.delete(documentTaxes).where(eq(documentTaxes.documentId, documentId)).run();
  const ofDocument = tx.select({ id: documentLines.id }).from(documentLines).where(eq(documentLines.documentId, documentId));
  tx.delete(documentLineTaxes).where(inArray(documentLineTaxes.lineId, ofDocument)).run();
}

function snapshot({ code, name, rate, treatment }: Reckoning["taxes"][number]) {
  return { code, name, rate, treatment };
}

function taxCodesOf(tx: Transaction, itemId: number): string[] {
  return tx
    .select({ code: taxes.code })
    .from(catalogItemTaxes)
    .innerJoin(taxes, eq(taxes.id, catalogItemTaxes.taxId))
    .where(eq(catalogItemTaxes.itemId, itemId))
    .all()
    .map(({ code }) => code);
}
