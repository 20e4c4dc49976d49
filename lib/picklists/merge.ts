import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { picklistOptions } from "@/db/schema";
import type { SliceHandler } from "@/lib/jobs/handler";
import { heirOf } from "@/lib/settings/heirs";
import { type MergeOrder, moveHolders } from "./move";
import { places } from "./places";

/** Gives whoever holds one option what it is merged with by now; nobody any more once it is offered again. */
export const mergePicklists: SliceHandler = {
  slice(tx, payload, cursor, { now }) {
    const order = payload as MergeOrder;
    const from = optionOf(tx, order.fromId);
    const into = optionOf(tx, heirOf(tx, picklistOptions, order.fromId));
    return from.id === into.id ? { done: true } : moveHolders(tx, { places: places[from.list], from, into, order, now }, cursor);
  },
};

function optionOf(tx: Transaction, id: number) {
  return tx.select().from(picklistOptions).where(eq(picklistOptions.id, id)).get()!;
}
