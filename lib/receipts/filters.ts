import { z } from "zod";
import { tenderMethods } from "@/db/vocabulary";
import { type Currency, currencies } from "@/lib/core/currencies";
import { cursor } from "@/lib/core/cursor";
import { columnKeys } from "@/lib/lists/column-keys";

export const receiptSorts = ["date", "-date", "number", "-number", "customer", "-customer", "amount", "-amount"] as const;
export type ReceiptSort = (typeof receiptSorts)[number];

/** What the list of collections reads from its address. Nonsense falls back; a bad link never shows an error. */
export const receiptFilters = z.object({
  q: z.string().trim().max(100).catch(""),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  status: z.enum(["posted", "unapplied", "voided"]).optional().catch(undefined),
  method: z.enum(tenderMethods).optional().catch(undefined),
  account: z.coerce.number().int().positive().optional().catch(undefined),
  owner: z.coerce.number().int().positive().optional().catch(undefined),
  columns: columnKeys,
  sort: z.enum(receiptSorts).catch("-date"),
  cursor,
});
export type ReceiptFilters = z.infer<typeof receiptFilters>;

/** Where a new receipt starts: from an invoice, from an account, or from looking for who paid. */
export const newReceiptFilters = z.object({
  q: z.string().trim().max(100).catch(""),
  account: z.coerce.number().int().positive().optional().catch(undefined),
  invoice: z.coerce.number().int().positive().optional().catch(undefined),
  currency: z
    .enum(currencies as [Currency, ...Currency[]])
    .optional()
    .catch(undefined),
});
export type NewReceiptFilters = z.infer<typeof newReceiptFilters>;
