import { dayOf } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import type { Times } from "./times";

/** When it was done: the moment it began, or now for today without an hour, as the clock of who types has it. Throws when that is still to come;
 *  a note stays `written` when it was, whatever day it is for. */
export function doneAtOf(times: Times, { kind }: { kind: string }, { now, zone }: { now: number; zone: string }, written = now): number {
  const { isAllDay, startsAt, startsAtUtc } = times;
  const today = dayOf(now, zone);
  const day = isAllDay ? startsAt : dayOf(startsAtUtc, zone);
  if (isAllDay && day === today) return now;
  if (startsAtUtc <= now) return startsAtUtc;
  if (isAllDay && day < today) return now;
  if (kind !== "note") throw new RuleError("activities.not_yet", day === today ? "time" : "date");
  return written;
}
