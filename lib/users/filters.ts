import { z } from "zod";
import { choiceAsked } from "@/lib/lists/asked";

/** Who comes in, who never came in yet, and who may no more. */
export const standings = ["active", "waiting", "inactive"] as const;
const columns = ["name", "email", "role"] as const;
const sorts = [...columns, ...columns.map((column) => `-${column}` as const)] as const;

/** What the list of colleagues reads from its address: without an order, who comes in first, by name. */
export const userFilters = z.object({
  q: z.string().trim().max(100).catch(""),
  state: z.enum(standings).optional().catch(undefined),
  role: choiceAsked,
  profile: choiceAsked,
  group: choiceAsked,
  sort: z.enum(["usual", ...sorts]).catch("usual"),
});
export type UserFilters = z.infer<typeof userFilters>;
