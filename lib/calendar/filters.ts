import { z } from "zod";
import { activityKinds } from "@/db/vocabulary";
import { isDay } from "@/lib/core/dates";
import { choiceAsked, ownerAsked } from "@/lib/lists/asked";

export const calendarViews = ["mes", "semana", "dia", "agenda"] as const;
export type CalendarView = (typeof calendarViews)[number];

/** What the calendar reads from its address: `?vista=semana&fecha=2026-03-12`. Without a date it is today. */
export const calendarFilters = z.object({
  vista: z.enum(calendarViews).catch("mes"),
  fecha: z.string().refine(isDay).optional().catch(undefined),
  /** The whole day by the hour, not only the hours in which one works. */
  horas: z.enum(["todas"]).optional().catch(undefined),
  /** A colleague's by number, a group's people's as `g3`: of these a day has a column for each. */
  ejecutivo: ownerAsked,
  tipo: z.enum(activityKinds).optional().catch(undefined),
  centro: choiceAsked,
});
export type CalendarFilters = z.infer<typeof calendarFilters>;
