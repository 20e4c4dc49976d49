import { z } from "zod";
import { cursor } from "@/lib/core/cursor";
import { choiceAsked, dayAsked } from "@/lib/lists/asked";
import { auditedKinds } from "./kinds";

/** What the audit reads from its address. Nonsense falls back; a bad link never shows an error. */
export const auditFilters = z.object({
  /** A colleague by number, customers in their portal, or the program itself. */
  who: z
    .union([z.enum(["portal", "system"]), z.coerce.number().int().positive()])
    .optional()
    .catch(undefined),
  kind: z.enum(auditedKinds).optional().catch(undefined),
  event: z
    .string()
    .regex(/^[a-z_]{1,40}\.[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
  account: choiceAsked,
  /** Of `kind`, by its number. */
  id: choiceAsked,
  from: dayAsked,
  until: dayAsked,
  sort: z.literal("-id").catch("-id"),
  cursor,
});
export type AuditFilters = z.infer<typeof auditFilters>;
