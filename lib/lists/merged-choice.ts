import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { bulks, listExports, savedViews } from "@/db/schema";
import type { ListName, PickList } from "@/db/vocabulary";
import type { Change } from "@/lib/events/record";

/** The lists that are filtered by a choice, and under which name. */
const filteredBy: Partial<Record<PickList | "origin", { lists: ListName[]; parameter: string }>> = {
  account_category: { lists: ["accounts"], parameter: "category" },
  contact_channel: { lists: ["prospects"], parameter: "channel" },
  industry: { lists: ["accounts", "prospects"], parameter: "industry" },
  interest_level: { lists: ["accounts"], parameter: "interest" },
  origin: { lists: ["accounts", "contacts", "prospects"], parameter: "origin" },
};

type Merged = { choice: PickList | "origin"; fromId: number; intoId: number; now: number };

/** Saved views, and what was asked of the worker, that name a merged choice name what it became. Returns the views that changed, to be remembered. */
export function followMerge(tx: Transaction, { choice, now, ...ids }: Merged): NonNullable<Change["also"]> {
  const filter = filteredBy[choice];
  if (!filter) return [];
  const renamed = (address: string) => addressAfter(address, filter.parameter, ids);
  for (const table of [listExports, bulks]) {
    const rows = tx
      .select({ id: table.id, address: table.address })
      .from(table)
      .where(and(inArray(table.list, filter.lists), isNotNull(table.address)))
      .all();
    for (const { id, address } of rows) {
      const after = renamed(address!);
      if (after !== undefined) tx.update(table).set({ address: after }).where(eq(table.id, id)).run();
    }
  }
  return tx
    .select()
    .from(savedViews)
    .where(inArray(savedViews.list, filter.lists))
    .all()
    .flatMap((before) => {
      const address = renamed(before.address);
      if (address === undefined) return [];
      const after = tx
        .update(savedViews)
        .set({ address, updatedAt: now, version: before.version + 1 })
        .where(eq(savedViews.id, before.id))
        .returning()
        .get();
      return [{ name: "view.edited", change: { kind: "view", id: before.id, before, after } }];
    });
}

function addressAfter(address: string, parameter: string, { fromId, intoId }: { fromId: number; intoId: number }): string | undefined {
  const asked = new URLSearchParams(address);
  if (asked.get(parameter) !== String(fromId)) return undefined;
  asked.set(parameter, String(intoId));
  return String(asked);
}
