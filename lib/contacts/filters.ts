import { z } from "zod";
import { cursor } from "@/lib/core/cursor";
import { choiceAsked, ownerAsked } from "@/lib/lists/asked";
import { columnKeys } from "@/lib/lists/column-keys";

export const contactSorts = ["name", "-name", "created", "-created"] as const;
export type ContactSort = (typeof contactSorts)[number];

/** What the list of contacts reads from its address. Nonsense falls back; a bad link never shows an error. */
export const contactFilters = z.object({
  q: z.string().trim().max(100).catch(""),
  owner: ownerAsked,
  /** Whose is an account where the contact is. */
  executive: ownerAsked,
  origin: choiceAsked,
  account: choiceAsked,
  tag: choiceAsked,
  columns: columnKeys,
  sort: z.enum(contactSorts).catch("name"),
  cursor,
});
export type ContactFilters = z.infer<typeof contactFilters>;

/** From where a contact's history goes on, and what is planned. */
export const contactView = z.object({ cursor, pendientes: cursor });
