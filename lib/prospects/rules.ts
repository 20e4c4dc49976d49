import type { ProspectStatus, Signal } from "@/db/vocabulary";
import { addDays, type Day, dayOf } from "@/lib/core/dates";

export const openStatuses = ["new", "contacted", "qualified", "nurturing"] as const satisfies readonly ProspectStatus[];
/** What a follow-up can report besides what was said. */
export const milestones = ["none", "add_quote", "quoted", "ordered", "cancelled"] as const;
export type Milestone = (typeof milestones)[number];

export type SignalFacts = {
  status: ProspectStatus;
  nextActionOn: Day | null;
  quotedOn: Day | null;
  latestOrderId: number | null;
  closedAt: number | null;
};

/** What presses with this prospect on the viewer's day: the first that holds. `silenceDays` is how long a quote may wait for an answer. */
export function signalOf({ status, nextActionOn, quotedOn, latestOrderId, closedAt }: SignalFacts, today: Day, silenceDays: number): Signal {
  if (status === "lost") return "cancelled";
  if (status === "converted" || latestOrderId !== null || closedAt !== null) return "ordered";
  if (nextActionOn === null) return "no_action";
  if (nextActionOn < today) return "overdue";
  if (nextActionOn === today) return "today";
  return quotedOn !== null && quotedOn < addDays(today, -silenceDays) ? "quoted" : "planned";
}

/** The day of the next action for somebody in `zone`: of what has an hour, that hour's; a whole day is that date everywhere. */
export function nextDayOf({ nextActionOn, nextActionAtUtc }: { nextActionOn: Day | null; nextActionAtUtc: number | null }, zone: string): Day | null {
  return nextActionAtUtc === null ? nextActionOn : dayOf(nextActionAtUtc, zone);
}

/** Whether a prospect of this status may show this signal. */
export function mayShow(signal: Signal, status: ProspectStatus | undefined): boolean {
  if (status === "lost" || signal === "cancelled") return status === undefined || (status === "lost" && signal === "cancelled");
  return status !== "converted" || signal === "ordered";
}

export function isClosed({ closedAt }: { closedAt: number | null }): boolean {
  return closedAt !== null;
}

/** What was closed by hand can be opened again; what has an order is what it is. */
export function canBeReopened({ closedAt, latestOrderId }: { closedAt: number | null; latestOrderId: number | null }): boolean {
  return closedAt !== null && latestOrderId === null;
}

export function isOpenStatus(status: ProspectStatus): status is (typeof openStatuses)[number] {
  return (openStatuses as readonly string[]).includes(status);
}
