import { z } from "zod";

/** What the search reads from its address: a text, and of which kind the rest is wanted, from where. */
export const searchFilters = z.object({
  q: z
    .string()
    .transform((text) => text.trim().slice(0, 100))
    .catch(""),
  kind: z.literal("documents").optional().catch(undefined),
  after: z.string().max(40).optional().catch(undefined),
});
