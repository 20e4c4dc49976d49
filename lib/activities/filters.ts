import { z } from "zod";
import { activityKinds } from "@/db/vocabulary";
import { cursor } from "@/lib/core/cursor";
import { dayAsked } from "@/lib/lists/asked";
import { columnKeys } from "@/lib/lists/column-keys";

/** Which of them a list shows: what is to do, late or for today among it; what is over; or everything. */
export const activityStates = ["planned", "overdue", "today", "done", "cancelled", "all"] as const;
export type ActivityState = (typeof activityStates)[number];

type Asked = { state?: ActivityState; q: string };

export const activitySorts = ["when", "-when"] as const;

/** What the list of activities reads from its address. Nonsense falls back; a bad link never shows an error. */
export const activityFilters = z
  .object({
    q: z.string().trim().max(100).catch(""),
    /** A colleague's by number, a group's people's as `g3`, everybody's; without it one's own. */
    owner: z
      .union([z.coerce.number().int().positive(), z.string().regex(/^(all|g[1-9]\d{0,14})$/)])
      .optional()
      .catch(undefined),
    kind: z.enum(activityKinds).optional().catch(undefined),
    state: z.enum(activityStates).optional().catch(undefined),
    from: dayAsked,
    until: dayAsked,
    columns: columnKeys,
    sort: z.enum(activitySorts).optional().catch(undefined),
    cursor,
  })
  .transform(({ sort, ...filters }) => ({ ...filters, sort: sort ?? usualSort(filters) }));
export type ActivityFilters = z.output<typeof activityFilters>;

/** A list of work to do; who searches looks everywhere. */
export function shownState({ state, q }: Asked): ActivityState {
  return state ?? (q === "" ? "planned" : "all");
}

/** What is to do begins with what is most late, what is over with the last. */
export function usualSort(filters: Asked): (typeof activitySorts)[number] {
  return isToDo(shownState(filters)) ? "when" : "-when";
}

export function isToDo(state: ActivityState): boolean {
  return state === "planned" || state === "overdue" || state === "today";
}
