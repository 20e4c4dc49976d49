import { sql } from "drizzle-orm";
import type { SwitchableModule } from "@/db/vocabulary";
import { withEveryModule } from "@/lib/access/list-scope";
import type { Scope } from "@/lib/access/scope";

export const mostCounted = 1000;

/** How many records each module holds, switched off or not; counted up to one more than are told. */
export function heldIn(scope: Scope): Record<SwitchableModule, number> {
  const whole = withEveryModule(scope);
  const { prospects, activities, catalogItems, imports } = whole;
  const paper = (kind: "quote" | "order" | "invoice" | "receipt") => countOf(whole, whole.documents(kind));
  return {
    prospects: countOf(whole, prospects),
    activities: countOf(whole, activities),
    catalog: countOf(whole, catalogItems),
    quotes: paper("quote"),
    orders: paper("order"),
    invoices: paper("invoice"),
    receipts: paper("receipt"),
    imports: countOf(whole, imports),
  };
}

type Counted = Scope["prospects"] | Scope["activities"] | Scope["catalogItems"] | Scope["imports"] | ReturnType<Scope["documents"]>;

function countOf({ select }: Scope, relation: Counted): number {
  const some = select({ id: relation.id })
    .from(relation)
    .limit(mostCounted + 1)
    .as("some");
  return select({ count: sql<number>`count(*)` }).from(some).get()!.count;
}
