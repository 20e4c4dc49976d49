import { z } from "zod";
import { cursor } from "@/lib/core/cursor";
import { columnKeys } from "@/lib/lists/column-keys";

export const documentSorts = ["date", "-date", "customer", "-customer", "total", "-total", "due", "-due"] as const;
export type DocumentSort = (typeof documentSorts)[number];

/** Ready-made filters of the lists; `kinds.ts` says which kind offers which. */
export const chips = ["draft", "sent", "expired", "accepted", "rejected", "confirmed", "to_collect", "overdue", "paid", "voided"] as const;
export type Chip = (typeof chips)[number];

const shape = z.object({
  q: z.string().trim().max(100).catch(""),
  chip: z.enum(chips).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  owner: z.coerce.number().int().positive().optional().catch(undefined),
  account: z.coerce.number().int().positive().optional().catch(undefined),
  columns: columnKeys,
  sort: z.enum(documentSorts).catch("-date"),
  cursor,
});

/** What a list of documents reads from its address. Nonsense falls back; a bad link never shows an error. */
export const documentFilters = shape.transform((filters) => ({ ...filters, sort: isDueSort(filters.sort) && !isByDue(filters) ? "-date" : filters.sort }));
export type DocumentFilters = z.infer<typeof documentFilters>;

/** Only what is owed stands in the order of its due date: the rest has no index for it. */
export function isByDue({ chip }: Pick<z.infer<typeof shape>, "chip">): boolean {
  return chip === "to_collect" || chip === "overdue";
}

function isDueSort(sort: DocumentSort): boolean {
  return sort === "due" || sort === "-due";
}
