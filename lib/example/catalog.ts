import { inArray } from "drizzle-orm";
import { taxes } from "@/db/schema";
import type { ExampleItem } from "@/db/seeds/demo/types";
import { createCatalogItem } from "@/lib/catalog/commands";
import { catalogItemForm } from "@/lib/catalog/forms";
import type { DraftLine } from "@/lib/documents/forms";
import type { Stage } from "./stage";

export type Goods = { id: number; item: ExampleItem }[];

const form = catalogItemForm();
const serviceUnits = new Set(["servicio", "hora", "mes", "licencia"]);
const fractionUnits = new Set(["kg", "m", "hora"]);

export function fillCatalog({ tx, tell, by, at, example }: Stage, userId: number): Goods {
  const boss = by(userId, at(206, 9));
  return example.items.map((item) => {
    const [code, name, unit, unitPrice, cost, codes] = item;
    const taxIds = tx
      .select({ id: taxes.id })
      .from(taxes)
      .where(inArray(taxes.code, codes))
      .all()
      .map(({ id }) => id);
    const kind = serviceUnits.has(unit) ? "service" : "product";
    const input = form.parse({ kind, code, name, unit, unitPrice, cost, taxIds, isActive: true });
    return { id: tell("catalog_item.created", createCatalogItem(tx, input, boss), boss).id, item };
  });
}

/** What somebody buys at once: one to six different things, some with a discount. */
export function basket({ random }: Stage, goods: Goods): DraftLine[] {
  return random
    .shuffled(goods)
    .slice(0, random.pick([1, 2, 2, 3, 3, 4, 6]))
    .map(({ id, item }) => ({
      ...{ id: null, itemId: id, description: null, unit: null, unitPrice: null, taxes: [] },
      quantity: quantityOf(item, random.next()),
      discount: random.chance(0.12) ? random.pick(["5", "10"]) : null,
    }));
}

/** Small quantities are the usual ones; what is weighed or measured comes with its fraction. */
function quantityOf([, , unit, , , , most]: ExampleItem, chance: number): string {
  const amount = Math.max(1, Math.round(most * chance * chance));
  return fractionUnits.has(unit) && amount > 1 ? `${amount}.${["5", "25", "125", "75"][Math.floor(chance * 4)]}` : String(amount);
}
