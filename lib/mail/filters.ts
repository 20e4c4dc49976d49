import { z } from "zod";
import { mailStates, mailTopics } from "@/db/vocabulary";
import { cursor } from "@/lib/core/cursor";

/** What the log of mails reads from its address. Nonsense falls back; a bad link never shows an error. */
export const mailFilters = z.object({
  q: z.string().trim().max(100).catch(""),
  state: z.enum(mailStates).optional().catch(undefined),
  about: z.enum(mailTopics).optional().catch(undefined),
  id: z.coerce.number().int().positive().optional().catch(undefined),
  sort: z.literal("-id").catch("-id"),
  cursor,
});
export type MailFilters = z.infer<typeof mailFilters>;
