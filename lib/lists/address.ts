import type { z } from "zod";
import { withQuery } from "@/lib/core/links";

/** What a list is asked for, as text: its address without the path, the page and the columns. */
export function listAddress(filters: Record<string, unknown>): string {
  return withQuery("", filters, { columns: undefined }).slice(1);
}

/** The same with the columns, as a saved view keeps it. */
export function viewAddress(filters: Record<string, unknown>): string {
  return withQuery("", filters, {}).slice(1);
}

/** The same text read back by the list's own filters: nonsense falls back, as in an address. */
export function readAddress<Shape extends z.ZodType>(filters: Shape, address: string): z.output<Shape> {
  return filters.parse(Object.fromEntries(new URLSearchParams(address)));
}
