import { z } from "zod";
import { personTypes } from "@/db/vocabulary";
import { cursor } from "@/lib/core/cursor";
import { choiceAsked, ownerAsked, regionAsked } from "@/lib/lists/asked";
import { columnKeys } from "@/lib/lists/column-keys";

export const accountSorts = ["name", "-name", "city", "-city", "created", "-created", "owner", "-owner", "balance", "-balance"] as const;
export type AccountSort = (typeof accountSorts)[number];

const shape = z.object({
  q: z.string().trim().max(100).catch(""),
  owner: ownerAsked,
  category: choiceAsked,
  industry: choiceAsked,
  interest: choiceAsked,
  origin: choiceAsked,
  tag: choiceAsked,
  region: regionAsked,
  type: z.enum(personTypes).optional().catch(undefined),
  kind: z.enum(["customer", "prospect", "supplier"]).optional().catch(undefined),
  balance: z.enum(["owed", "overdue"]).optional().catch(undefined),
  columns: columnKeys,
  sort: z.enum(accountSorts).catch("name"),
  cursor,
});

/** What the list of accounts reads from its address. Nonsense falls back; a bad link never shows an error. */
export const accountFilters = shape.transform((filters) => ({
  ...filters,
  sort: isByBalance(filters.sort) && filters.balance === undefined ? "name" : filters.sort,
}));
export type AccountFilters = z.infer<typeof accountFilters>;

/** How many of the filters asked for less often are applied. */
export function seldomAsked({ category, industry, interest, origin, type, region }: AccountFilters): number {
  return [category, industry, interest, origin, type, region].filter(Boolean).length;
}

/** Only who owes stands in the order of what is owed: the rest has no index for it. */
export function isByBalance(sort: AccountSort): boolean {
  return sort === "balance" || sort === "-balance";
}

export function isByName(sort: AccountSort): boolean {
  return sort === "name" || sort === "-name";
}

export const accountTabs = ["activity", "appointments", "tasks", "quotes", "orders", "invoices", "receipts", "prospects", "files"] as const;
export type AccountTab = (typeof accountTabs)[number];

/** Which part of an account its page shows, and from where its history goes on. */
export const accountView = z.object({
  ver: z.enum(accountTabs).catch("activity"),
  cursor,
  /** From where what is planned goes on. */
  pendientes: cursor,
  /** The list it was opened from, as `listAddress` writes it: its neighbours there are one step away. */
  lista: z.string().max(2000).optional().catch(undefined),
});
