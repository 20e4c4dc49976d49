import type { z } from "zod";
import { dayOf, toInstant } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import type { whenDone } from "./forms";
import { momentOf, type Times, timesOf } from "./times";

/** When it was done; left out, now. */
export type WhenDone = { [Field in keyof typeof whenDone]?: z.output<(typeof whenDone)[Field]> };

/** On the clock of who types: now for today without an hour; for another day without one the hour it was planned at, where it was that day, or the
 *  beginning of the day. Throws when that is still to come. */
export function whenDoneOf({ doneOn, doneTime }: WhenDone, { now, zone }: { now: number; zone: string }, planned?: Times): { doneAt: number; times: Times } {
  const today = dayOf(now, zone);
  const day = doneOn ?? today;
  if (!doneTime && day === today) return { doneAt: now, times: momentOf(now, zone) };
  const isOnItsDay = !doneTime && planned !== undefined && !planned.isAllDay && dayOf(planned.startsAtUtc, zone) === day;
  const doneAt = isOnItsDay ? planned.startsAtUtc : toInstant(`${day}T${doneTime ?? "00:00"}`, zone).instant;
  if (doneAt > now) throw new RuleError("activities.still_to_come", day === today ? "doneTime" : "doneOn");
  if (doneTime) return { doneAt, times: momentOf(doneAt, zone) };
  const { moved: _moved, ...times } = timesOf({ date: day, time: null }, zone);
  return { doneAt, times };
}
