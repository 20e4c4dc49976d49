import type { ActivityKind } from "@/db/vocabulary";

/** How long an appointment lasts when nobody says. */
export const usualMinutes = 60;
/** No activity spans more days, so a calendar knows how far back to look. */
export const longestDays = 31;
/** Between these days anything is planned; another year is a slip of the hand. */
export const firstDay = "1970-01-01";
export const lastDay = "2200-12-31";

/** What a follow-up can have been; the rest is only planned. */
export const followUpKinds = ["call", "whatsapp", "email", "meeting", "visit", "note"] as const satisfies readonly ActivityKind[];
/** What can be planned as a next step. */
export const nextKinds = ["call", "whatsapp", "email", "meeting", "visit", "task", "appointment"] as const satisfies readonly ActivityKind[];

export function isPlanned({ status }: { status: string }): boolean {
  return status === "planned";
}

/** One has to be there for it, and so for nothing else meanwhile. */
export function takesPart(kind: ActivityKind): boolean {
  return kind === "appointment" || kind === "meeting" || kind === "visit" || kind === "call";
}

/** How long before it begins one may be reminded; of a whole day, before eight in the morning. */
export const reminderMinutes = [0, 15, 60, 1440] as const;
export const usualReminder = 15;

/** What a change of work that comes again is for. */
export const extents = ["this", "following", "all"] as const;
export type Extent = (typeof extents)[number];
/** So far ahead work that comes again stands in the calendar. */
export const monthsAhead = 24;
