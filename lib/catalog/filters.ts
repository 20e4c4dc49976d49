import { z } from "zod";
import { catalogKinds } from "@/db/vocabulary";
import { cursor } from "@/lib/core/cursor";
import { columnKeys } from "@/lib/lists/column-keys";

export const catalogSorts = ["name", "-name", "code", "-code"] as const;
export type CatalogSort = (typeof catalogSorts)[number];

/** What the catalog reads from its address. Nonsense falls back; a bad link never shows an error. */
export const catalogFilters = z.object({
  q: z.string().trim().max(100).catch(""),
  kind: z.enum(catalogKinds).optional().catch(undefined),
  state: z.enum(["active", "inactive"]).optional().catch(undefined),
  columns: columnKeys,
  sort: z.enum(catalogSorts).catch("name"),
  cursor,
});
export type CatalogFilters = z.infer<typeof catalogFilters>;
