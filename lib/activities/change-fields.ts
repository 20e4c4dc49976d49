import type { Transaction } from "@/db/open";
import type { Change } from "@/lib/events/record";
import { requireOwner } from "@/lib/users/owner";
import { requirePlanned } from "./commands";
import { markContacted } from "./next-action";
import { activityRow, changeOf, type Row, saveActivity } from "./save";
import { movedTimes } from "./times";

/** What may be changed in many at once, and what such a change is taken back to. */
export type ActivityChanges = { date?: string; isDone?: boolean } & Partial<
  Pick<Row, "ownerId" | "status" | "doneAt" | "isAllDay" | "startsAt" | "endsAt" | "startsAtUtc" | "endsAtUtc">
>;

/** To somebody else, to another day at the hour it has, or done now. Undefined when it is so already. Throws when it is not waiting to be done,
 *  unless that is what is taken back, or the owner is no active user. */
export function changeActivityFields(tx: Transaction, { id }: Pick<Row, "id">, changes: ActivityChanges, now: number): Change | undefined {
  const before = activityRow(tx, id);
  const { date, isDone, ...fields } = changes;
  const values: Partial<Row> = { ...fields, ...(date && timesOn(before, date)), ...(isDone && before.status !== "done" && { status: "done", doneAt: now }) };
  if ((Object.keys(values) as (keyof Row)[]).every((field) => values[field] === before[field])) return undefined;
  if (fields.status === undefined) requirePlanned(before);
  if (values.ownerId !== undefined && values.ownerId !== before.ownerId) requireOwner(tx, values.ownerId);
  const after = saveActivity(tx, before, values, now);
  if (isDone) markContacted(tx, after.prospectId);
  // The reminder follows its owner's clock, and is nobody's to take back.
  return changeOf(before, { ...after, remindAt: before.remindAt });
}

function timesOn(before: Row, date: string): Partial<Row> {
  const { moved: _moved, ...times } = movedTimes(before, { date, time: before.isAllDay ? null : before.startsAt.slice(11) }, before.zone);
  return times;
}
