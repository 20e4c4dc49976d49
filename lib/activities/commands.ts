import type { Transaction } from "@/db/open";
import { activities } from "@/db/schema";
import { dayOf } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { requireOwner } from "@/lib/users/owner";
import { changeAlong, clockOf, isWider } from "./along";
import { doneAtOf } from "./done-at";
import type { ActivityInput } from "./forms";
import { tellMentioned } from "./mentions";
import { markContacted } from "./next-action";
import { changeOthers, type Deed, requireStill, trashAlong } from "./others";
import { remindAtOf } from "./reminders";
import { endRepetition, startRepetition } from "./repetitions";
import { type Extent, isPlanned, usualReminder } from "./rules";
import { activityRow, changeOf, type Filing, filed, keepWhatFollows, type Row, saveActivity } from "./save";
import { type Move, momentOf, movedTimes, onLastOfMonth, type Times, timesOf } from "./times";
import { type WhenDone, whenDoneOf } from "./when-done";

/** `zone` is the clock of whoever types; `maySee` says which colleagues see the record, and so may be told of it. */
export type By = { userId: number | null; now: number; zone: string; maySee?: (userId: number) => boolean };
export type Timed = Change & { times: Times; moved: boolean };

/** Plans an activity; a note, and what was done already, is done at the time typed. Throws when its times make no sense or nobody owns it. */
export function createActivity(tx: Transaction, filing: Filing, input: ActivityInput, by: By): Timed {
  const { repeatUnit, repeatEvery = 1, repeatUntil = null } = input;
  const isDone = input.kind === "note" || input.isDone === true;
  const isNow = input.isDone && input.time === null && input.date === dayOf(by.now, by.zone);
  const { moved, ...typed } = isNow ? { ...momentOf(by.now, by.zone), moved: false } : timesOf(input, by.zone);
  const times = repeatUnit === "month_end" && !isDone ? onLastOfMonth(typed, input.time) : typed;
  const clock = { date: times.startsAt.slice(0, 10), time: input.time };
  const row = {
    ...{ kind: input.kind, subject: input.subject, notes: input.notes, ...filed(filing), ...times },
    ownerId: requireOwner(tx, input.ownerId ?? by.userId).id,
    status: isDone ? ("done" as const) : ("planned" as const),
    remindMinutes: input.remindMinutes === undefined ? usualReminder : input.remindMinutes,
    ...{ doneAt: isDone ? doneAtOf(times, input, by) : null, createdBy: by.userId, createdAt: by.now, updatedAt: by.now },
  };
  const made = tx
    .insert(activities)
    .values({ ...row, remindAt: remindAtOf(tx, row, by.now) })
    .returning()
    .get();
  const after = repeatUnit && !isDone ? startRepetition(tx, made, { unit: repeatUnit, every: repeatEvery, untilOn: repeatUntil }, clock, by.now) : made;
  if (isDone) markContacted(tx, after.prospectId);
  keepWhatFollows(tx, after, by.now);
  tellMentioned(tx, null, after, by);
  return { ...changeOf(null, after), times, moved };
}

/** Throws when it is not waiting to be done, or was done at a time to come. */
export function completeActivity(tx: Transaction, activity: Pick<Row, "id">, { result, ...when }: { result: string | null } & WhenDone, by: By): Change {
  const before = activityRow(tx, activity.id);
  requirePlanned(before);
  const { doneAt } = whenDoneOf(when, by, before);
  const after = saveActivity(tx, before, { status: "done", doneAt, result: result ?? before.result }, by.now);
  markContacted(tx, after.prospectId);
  return changeOf(before, after);
}

/** To another time, and as long as it was or as is said. Of what comes again, the times that `appliesTo` names move alike, where `requireExtent` let
 *  them pass. Throws when it is not waiting to be done. */
export function moveActivity(tx: Transaction, activity: Pick<Row, "id">, to: Move, by: By & { appliesTo?: Extent }): Timed {
  const { now, zone, appliesTo = "this" } = by;
  const before = activityRow(tx, activity.id);
  requirePlanned(before);
  const { moved, ...times } = movedTimes(before, to, zone);
  if (!isWider(before, appliesTo)) return { ...changeOf(before, saveActivity(tx, before, times, now)), times, moved };
  requireStill(tx, before.repetitionId!);
  const told = changeAlong(tx, { before, values: {}, times, time: clockOf(before, to.time, times, zone) }, { name: "activity.moved", appliesTo }, by);
  return { ...changeOf(before, activityRow(tx, before.id)), ...told, times, moved };
}

/** It will not take place. Of what comes again, the rest of it or all that is still planned neither, and nothing more comes. */
export function cancelActivity(tx: Transaction, activity: Pick<Row, "id">, by: By & { appliesTo?: Extent }): Change {
  const before = activityRow(tx, activity.id);
  requirePlanned(before);
  return endWith(tx, before, { name: "activity.cancelled", values: { status: "cancelled" }, isMoved: false }, by);
}

/** Of what comes again, the rest of it or all that is still planned goes too, where `requireExtent` let them pass, and nothing more comes. */
export function trashActivity(tx: Transaction, activity: Pick<Row, "id">, by: By & { appliesTo?: Extent }): Change {
  return endWith(tx, activityRow(tx, activity.id), trashAlong(by.now), by);
}

/** On top of its account's history, or back among the rest. */
export function pinActivity(tx: Transaction, activity: Pick<Row, "id">, { isPinned }: { isPinned: boolean }, { now }: By): Change {
  const before = activityRow(tx, activity.id);
  return changeOf(before, saveActivity(tx, before, { pinnedAt: isPinned ? now : null }, now));
}

function endWith(tx: Transaction, before: Row, deed: Deed, by: By & { appliesTo?: Extent }): Change {
  const { now, appliesTo = "this" } = by;
  const isOfMany = isWider(before, appliesTo);
  if (isOfMany) requireStill(tx, before.repetitionId!);
  const after = saveActivity(tx, before, deed.values, now);
  if (!isOfMany) return changeOf(before, after);
  endRepetition(tx, before.repetitionId!, { from: appliesTo === "following" ? before.occurrence! : undefined, now });
  const { along, ...others } = changeOthers(tx, before, appliesTo, deed, by);
  return { ...changeOf(before, { ...after, along }), ...others };
}

export function requirePlanned(activity: Row) {
  if (!isPlanned(activity)) throw new RuleError(activity.status === "done" ? "activities.already_done" : "activities.already_cancelled");
}
