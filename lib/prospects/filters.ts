import { z } from "zod";
import { prospectStatuses, signals } from "@/db/vocabulary";
import { cursor } from "@/lib/core/cursor";
import { choiceAsked, dayAsked, regionAsked } from "@/lib/lists/asked";
import { columnKeys } from "@/lib/lists/column-keys";

export const prospectSorts = ["urgency", "number", "-number", "contacted", "-contacted", "name", "-name"] as const;
export type ProspectSort = (typeof prospectSorts)[number];

/** What the list of prospects reads from its address. Nonsense falls back; a bad link never shows an error. */
export const prospectFilters = z.object({
  q: z.string().trim().max(100).catch(""),
  signal: z
    .enum([...signals, "open", "all"])
    .optional()
    .catch(undefined),
  status: z.enum(prospectStatuses).optional().catch(undefined),
  owner: choiceAsked,
  industry: choiceAsked,
  channel: choiceAsked,
  origin: choiceAsked,
  region: regionAsked,
  from: dayAsked,
  until: dayAsked,
  columns: columnKeys,
  sort: z.enum(prospectSorts).catch("urgency"),
  cursor,
});
export type ProspectFilters = z.infer<typeof prospectFilters>;

/** How many of the filters asked for less often are applied. */
export function seldomAsked({ industry, channel, origin, region, from, until }: ProspectFilters): number {
  return [industry, channel, origin, region, from, until].filter(Boolean).length;
}

/** A queue shows what is open; who searches or asks for a status looks everywhere. */
export function shownSignal({ signal, q, status }: Pick<ProspectFilters, "signal" | "q" | "status">) {
  return signal ?? (q !== "" || status !== undefined ? "all" : "open");
}
