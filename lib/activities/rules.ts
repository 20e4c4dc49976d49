import type { ActivityKind } from "@/db/vocabulary";

/** How long an appointment lasts when nobody says. */
export const usualMinutes = 60;
/** No activity spans more days, so a calendar knows how far back to look. */
export const longestDays = 31;

/** What a follow-up can have been; the rest is only planned. */
export const followUpKinds = ["call", "whatsapp", "email", "meeting", "visit", "note"] as const satisfies readonly ActivityKind[];
/** What can be planned as a next step. */
export const nextKinds = ["call", "whatsapp", "email", "meeting", "visit", "task", "appointment"] as const satisfies readonly ActivityKind[];

export function isPlanned({ status }: { status: string }): boolean {
  return status === "planned";
}
