import { dayOf } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import type { Times } from "./times";

/** When it was done: the moment it began, or now for today without an hour. Throws when that is still to come; a note is written now, whatever day it is for. */
export function doneAtOf({ isAllDay, startsAt, startsAtUtc, zone }: Times, { kind }: { kind: string }, now: number): number {
  const today = dayOf(now, zone);
  const isToday = startsAt.slice(0, 10) === today;
  if (startsAtUtc <= now) return isAllDay && isToday ? now : startsAtUtc;
  if (kind !== "note") throw new RuleError("activities.not_yet", isToday ? "time" : "date");
  return now;
}
