import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { origins } from "@/db/schema";
import type { SliceHandler } from "@/lib/jobs/handler";
import { type MergeOrder, moveHolders } from "@/lib/picklists/move";
import { originPlaces } from "@/lib/picklists/places";
import { heirOf } from "@/lib/settings/heirs";

/** Gives whoever came by one origin what it is merged with by now; nobody any more once it is offered again. */
export const mergeOriginHolders: SliceHandler = {
  slice(tx, payload, cursor, { now }) {
    const order = payload as MergeOrder;
    const [from, into] = [originOf(tx, order.fromId), originOf(tx, heirOf(tx, origins, order.fromId))];
    return from.id === into.id ? { done: true } : moveHolders(tx, { places: originPlaces, from, into, order, now }, cursor);
  },
};

function originOf(tx: Transaction, id: number) {
  return tx.select().from(origins).where(eq(origins.id, id)).get()!;
}
