import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities } from "@/db/schema";
import { dayOf, lastOfMonth } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { requireOwner } from "@/lib/users/owner";
import { othersOf, told } from "./extent";
import type { ActivityInput } from "./forms";
import { tellMentioned } from "./mentions";
import { keepNextAction, markContacted } from "./next-action";
import { remindAtOf, scheduleReminder } from "./reminders";
import { continued, endRepetition, remindAnew, retime, rowsOf, startRepetition } from "./repetitions";
import { type Extent, isPlanned, usualReminder } from "./rules";
import { momentOf, movedTimes, type Times, timesOf } from "./times";

/** `zone` is the clock of whoever types; `maySee` says which colleagues see the record, and so may be told of it. */
export type By = { userId: number | null; now: number; zone: string; maySee?: (userId: number) => boolean };
type Row = typeof activities.$inferSelect;
/** The records it is about, already found through the scope. */
export type Filing = { account?: { id: number }; contact?: { id: number }; prospect?: { id: number; accountId: number | null } };
type Timed = Change & { times: Times; moved: boolean };

/** Plans an activity; a note, and what has just been done, is done as it is written. Throws when its times make no sense or nobody owns it. */
export function createActivity(tx: Transaction, filing: Filing, input: ActivityInput, by: By): Timed {
  const { repeatUnit, repeatEvery = 1, repeatUntil = null } = input;
  const typed = repeatUnit === "month_end" ? { ...input, date: lastOfMonth(input.date) } : input;
  const isDone = input.kind === "note" || input.isDone === true;
  const isNow = input.isDone && input.time === null && input.date === dayOf(by.now, by.zone);
  const { moved, ...times } = isNow ? { ...momentOf(by.now, by.zone), moved: false } : timesOf(typed, by.zone);
  const row = {
    ...{ kind: input.kind, subject: input.subject, notes: input.notes, ...filed(filing), ...times },
    ownerId: requireOwner(tx, input.ownerId ?? by.userId).id,
    status: isDone ? ("done" as const) : ("planned" as const),
    remindMinutes: input.remindMinutes === undefined ? usualReminder : input.remindMinutes,
    ...{ doneAt: isDone ? by.now : null, createdBy: by.userId, createdAt: by.now, updatedAt: by.now },
  };
  const made = tx
    .insert(activities)
    .values({ ...row, remindAt: remindAtOf(row, by.now) })
    .returning()
    .get();
  const after = repeatUnit && !isDone ? startRepetition(tx, made, { unit: repeatUnit, every: repeatEvery, untilOn: repeatUntil }, typed, by.now) : made;
  if (isDone) markContacted(tx, after.prospectId);
  keepWhatFollows(tx, after, by.now);
  tellMentioned(tx, null, after, by);
  return { ...changeOf(null, after), times, moved };
}

/** Keeps the clock it was planned on, though it is changed from another zone. Of what comes again, this time alone or those that `appliesTo` names,
 *  each of which `requireExtent` has let pass: they keep their owner and their reminder unless these are changed here. */
export function editActivity(tx: Transaction, activity: Pick<Row, "id">, filing: Filing, input: ActivityInput & { appliesTo?: Extent }, by: By): Timed {
  const before = rowOf(tx, activity.id);
  const { moved, ...times } = timesOf(input, by.zone, before.zone);
  const { kind, subject, notes, remindMinutes = before.remindMinutes, appliesTo = "this" } = input;
  const ownerId = requireOwner(tx, input.ownerId ?? before.ownerId).id;
  const words = { kind, subject, notes, ...filed(filing) };
  const isReminded = remindMinutes !== before.remindMinutes;
  const isWider = appliesTo !== "this" && before.repetitionId !== null && isPlanned(before);
  const others = isWider ? othersOf(tx, before, appliesTo) : [];
  const repetition = isWider ? continued(tx, before, appliesTo, by.now) : undefined;
  const saved = save(tx, before, { ...words, ownerId, remindMinutes, ...times, repetitionId: repetition?.id ?? before.repetitionId }, by.now);
  if (repetition) {
    const changed = { ...words, ...(ownerId !== before.ownerId ? { ownerId } : {}), ...(isReminded ? { remindMinutes } : {}) };
    tx.update(activities)
      .set({ ...changed, updatedAt: by.now, version: sql`${activities.version} + 1` })
      .where(and(rowsOf(saved, appliesTo), ne(activities.id, saved.id)))
      .run();
    const isMoved = times.startsAtUtc !== before.startsAtUtc || times.endsAtUtc !== before.endsAtUtc || times.isAllDay !== before.isAllDay;
    const time = times.isAllDay ? null : by.zone === before.zone ? input.time : times.startsAt.slice(11);
    if (isMoved) retime(tx, repetition, saved, { extent: appliesTo, now: by.now, time });
    else if (isReminded) remindAnew(tx, saved, appliesTo, by.now);
    keepWhatFollows(tx, saved, by.now);
  }
  if (before.prospectId !== saved.prospectId) keepNextAction(tx, before.prospectId);
  tellMentioned(tx, before.notes, saved, by);
  return { ...changeOf(before, rowOf(tx, saved.id)), also: told(tx, "activity.edited", others), times, moved };
}

/** Throws when it is not waiting to be done. */
export function completeActivity(tx: Transaction, activity: Pick<Row, "id">, { result }: { result: string | null }, { now }: By): Change {
  const before = rowOf(tx, activity.id);
  requirePlanned(before);
  const after = save(tx, before, { status: "done", doneAt: now, result: result ?? before.result }, now);
  markContacted(tx, after.prospectId);
  return changeOf(before, after);
}

/** To another time, as long as it was. Throws when it is not waiting to be done. */
export function moveActivity(tx: Transaction, activity: Pick<Row, "id">, to: { date: string; time: string | null }, { now, zone }: By): Timed {
  const before = rowOf(tx, activity.id);
  requirePlanned(before);
  const { moved, ...times } = movedTimes(before, to, zone);
  return { ...changeOf(before, save(tx, before, times, now)), times, moved };
}

/** Of what comes again, the rest of it or all that is still planned goes too, where `requireExtent` let them pass, and nothing more comes. */
export function trashActivity(tx: Transaction, activity: Pick<Row, "id">, { now, appliesTo = "this" }: By & { appliesTo?: Extent }): Change {
  const before = rowOf(tx, activity.id);
  const after = save(tx, before, { deletedAt: now }, now);
  if (appliesTo === "this" || before.repetitionId === null) return changeOf(before, after);
  const others = othersOf(tx, before, appliesTo);
  tx.update(activities)
    .set({ deletedAt: now, remindAt: null, updatedAt: now, version: sql`${activities.version} + 1` })
    .where(rowsOf(before, appliesTo))
    .run();
  endRepetition(tx, before.repetitionId, now);
  keepWhatFollows(tx, after, now);
  return { ...changeOf(before, after), also: told(tx, "activity.trashed", others) };
}

/** On top of its account's history, or back among the rest. */
export function pinActivity(tx: Transaction, activity: Pick<Row, "id">, { isPinned }: { isPinned: boolean }, { now }: By): Change {
  const before = rowOf(tx, activity.id);
  return changeOf(before, save(tx, before, { pinnedAt: isPinned ? now : null }, now));
}

function save(tx: Transaction, before: Row, values: Partial<Row>, now: number): Row {
  const changed = { ...before, ...values };
  const after = tx
    .update(activities)
    .set({ ...values, remindAt: remindAtOf(changed, now), updatedAt: now, version: before.version + 1 })
    .where(eq(activities.id, before.id))
    .returning()
    .get();
  keepWhatFollows(tx, after, now);
  return after;
}

function keepWhatFollows(tx: Transaction, { prospectId }: Row, now: number) {
  keepNextAction(tx, prospectId);
  scheduleReminder(tx, now);
}

function filed({ account, contact, prospect }: Filing) {
  return { accountId: account?.id ?? prospect?.accountId ?? null, contactId: contact?.id ?? null, prospectId: prospect?.id ?? null };
}

function requirePlanned(activity: Row) {
  if (!isPlanned(activity)) throw new RuleError(activity.status === "done" ? "activities.already_done" : "activities.already_cancelled");
}

function rowOf(tx: Transaction, id: number): Row {
  return tx.select().from(activities).where(eq(activities.id, id)).get()!;
}

function changeOf(before: Row | null, after: Row): Change {
  return { kind: "activity", id: after.id, accountId: after.accountId, prospectId: after.prospectId, before, after };
}
