import { z } from "zod";
import { mailStates, mailTopics } from "@/db/vocabulary";
import { cursor } from "@/lib/core/cursor";
import { choiceAsked, dayAsked } from "@/lib/lists/asked";
import { columnKeys } from "@/lib/lists/column-keys";

/** What the log of mails reads from its address. Nonsense falls back; a bad link never shows an error. */
export const mailFilters = z.object({
  q: z.string().trim().max(100).catch(""),
  state: z.enum(mailStates).optional().catch(undefined),
  /** A colleague by number, or the program itself. */
  sender: z
    .union([z.literal("system"), z.coerce.number().int().positive()])
    .optional()
    .catch(undefined),
  account: choiceAsked,
  from: dayAsked,
  until: dayAsked,
  about: z.enum(mailTopics).optional().catch(undefined),
  id: choiceAsked,
  columns: columnKeys,
  sort: z.enum(["-id", "id"]).catch("-id"),
  cursor,
});
export type MailFilters = z.infer<typeof mailFilters>;
