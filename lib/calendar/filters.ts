import { z } from "zod";
import { isDay } from "@/lib/core/dates";

export const calendarViews = ["mes", "semana", "dia", "agenda"] as const;
export type CalendarView = (typeof calendarViews)[number];

/** What the calendar reads from its address: `?vista=semana&fecha=2026-03-12`. Without a date it is today. */
export const calendarFilters = z.object({
  vista: z.enum(calendarViews).catch("mes"),
  fecha: z.string().refine(isDay).optional().catch(undefined),
  /** The whole day by the hour, not only the hours in which one works. */
  horas: z.enum(["todas"]).optional().catch(undefined),
  ejecutivo: z.coerce.number().int().positive().optional().catch(undefined),
});
export type CalendarFilters = z.infer<typeof calendarFilters>;
