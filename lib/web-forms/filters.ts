import { z } from "zod";
import { cursor } from "@/lib/core/cursor";

/** What the page of what came by a form reads from its address. */
export const entryFilters = z.object({ state: z.enum(["waiting", "discarded"]).catch("waiting"), sort: z.literal("-id").catch("-id"), cursor });
export type EntryFilters = z.infer<typeof entryFilters>;
