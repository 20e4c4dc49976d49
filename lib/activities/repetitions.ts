import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities, repetitions } from "@/db/schema";
import { addDays, addMonths, dayOf, daysBetween } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { SliceHandler } from "@/lib/jobs/handler";
import { changeOthers, isChanging, requireStill } from "./others";
import { outlookOf, patternOf } from "./pattern";
import { remindAtOf, scheduleReminder } from "./reminders";
import { anchorOf, nthDay, type Rule, timesOfNth } from "./repetition";
import { rowsOf } from "./rows";
import { type Extent, longestDays, monthsAhead } from "./rules";
import type { Row } from "./save";
import type { TimesInput } from "./times";

type Repetition = typeof repetitions.$inferSelect;
const perSlice = 30;
const second = 1_000;
const kind = "activities.repeat";
const month = 30 * 86_400_000;

/** Makes a planned activity the first of many, with rows so far ahead as work stands in the calendar. Throws when that was long ago, or after its last day. */
export function startRepetition(tx: Transaction, first: Row, rule: Rule & { untilOn: string | null }, typed: TimesInput, now: number): Row {
  requireRecent(first.startsAt.slice(0, 10), first.zone, now);
  if (rule.untilOn !== null && rule.untilOn < first.startsAt.slice(0, 10)) throw new RuleError("end_before_start", "repeatUntil");
  const repetition = tx
    .insert(repetitions)
    .values({ ...anchorOf(rule, typed, first), untilOn: rule.untilOn, nextOccurrence: 1, createdAt: now })
    .returning()
    .get();
  const row = tx.update(activities).set({ repetitionId: repetition.id, occurrence: 0 }).where(eq(activities.id, first.id)).returning().get();
  goOn(tx, repetition, extend(tx, repetition, now), now);
  return row;
}

/** Adds the times that have come into sight, some at a time, and comes back in a month. */
export const repeat: SliceHandler = {
  slice: (tx, payload, _cursor, { now }) => {
    const { id } = payload as { id: number };
    const repetition = tx.select().from(repetitions).where(eq(repetitions.id, id)).get();
    if (!repetition || repetition.endedAt !== null) return { done: true };
    if (isChanging(tx, id)) return comeBack(tx, id, now);
    if (isGone(tx, id)) {
      endRepetition(tx, id, { now });
      return { done: true };
    }
    const outlook = outlookOf(tx, patternOf(tx, id));
    if (outlook === "ends") endRepetition(tx, id, { now });
    if (outlook === "waits") goOn(tx, repetition, false, now);
    if (outlook !== "goes_on") return { done: true };
    const isMore = extend(tx, repetition, now);
    if (isMore) return { cursor: null };
    goOn(tx, repetition, false, now);
    scheduleReminder(tx, now);
    return { done: true };
  },
};

/** The repetition a change goes on with: itself, or from this time on one of its own, so that the times before stay as they were. */
export function continued(tx: Transaction, row: Row, extent: Extent, now: number): Repetition {
  const whole = repetitionOf(tx, row.repetitionId!);
  if (extent === "all" || whole.endedAt !== null) return whole;
  endRepetition(tx, whole.id, { from: row.occurrence!, now });
  const { id: _id, ...rest } = whole;
  const next = tx
    .insert(repetitions)
    .values({ ...rest, createdAt: now })
    .returning()
    .get();
  tx.update(activities).set({ repetitionId: next.id }).where(rowsOf(row, extent)).run();
  // Its rows may not all have been made yet.
  goOn(tx, next, true, now);
  return next;
}

export function repetitionOf(tx: Transaction, id: number): Repetition {
  return tx.select().from(repetitions).where(eq(repetitions.id, id)).get()!;
}

/** Nothing more comes of it. `from` is the first time that is not of it any more. */
export function endRepetition(tx: Transaction, id: number, { from, now }: { from?: number; now: number }) {
  const repetition = repetitionOf(tx, id);
  const untilOn = from === undefined ? repetition.untilOn : addDays(dayOfNth(repetition, from), -1);
  tx.update(repetitions).set({ endedAt: now, untilOn }).where(eq(repetitions.id, id)).run();
}

/** Cancels what else is planned of it with this prospect, and where that is what it is about, nothing more comes.
 *  Throws while another change of it is still under way. */
export function cancelOthers(tx: Transaction, row: Row, prospectId: number, by: { userId: number | null; now: number; batchId: string }) {
  const id = row.repetitionId!;
  requireStill(tx, id);
  if (patternOf(tx, id).prospectId === prospectId) endRepetition(tx, id, by);
  return changeOthers(tx, row, "all", { name: "activity.cancelled", values: { status: "cancelled" }, isMoved: false, prospectId }, by).also;
}

/** Counts all its times from the hours that one of them now has. Other days become the days from which all are counted, unless long ago. */
export function reanchor(tx: Transaction, repetition: Repetition, after: Row, { now, time }: { now: number; time: string | null }) {
  const date = after.startsAt.slice(0, 10);
  const isShifted = dayOfNth(repetition, after.occurrence!) !== date;
  if (isShifted) requireRecent(date, repetition.zone, now);
  const start = isShifted ? date : repetition.startsAt.slice(0, 10);
  const unit = isShifted && repetition.unit === "month_end" ? ("month" as const) : repetition.unit;
  const length = after.isAllDay ? { ...after, endsAt: addDays(start, daysBetween(after.startsAt, after.endsAt)) } : after;
  const firstOccurrence = isShifted ? after.occurrence! : repetition.firstOccurrence;
  const anchor = { ...anchorOf({ unit, every: repetition.every }, { date: start, time }, length), firstOccurrence };
  tx.update(repetitions).set(anchor).where(eq(repetitions.id, repetition.id)).run();
}

/** Rows up to the horizon, or as many as a slice takes. Answers whether some are still to be made. */
function extend(tx: Transaction, repetition: Repetition, now: number): boolean {
  const { id, zone, untilOn } = repetition;
  const { nextOccurrence: from } = repetitionOf(tx, id);
  const ahead = addMonths(dayOf(now, zone), monthsAhead);
  const horizon = untilOn !== null && untilOn < ahead ? untilOn : ahead;
  const { kind: what, subject, notes, accountId, contactId, prospectId, ownerId, createdBy, remindMinutes } = patternOf(tx, id);
  const copied = { kind: what, subject, notes, accountId, contactId, prospectId, ownerId, createdBy, remindMinutes };
  const rows: (typeof activities.$inferInsert)[] = [];
  let n = from;
  for (; rows.length < perSlice && dayOfNth(repetition, n) <= horizon; n += 1) {
    const times = timesOfNth(repetition, n);
    const row = { ...copied, ...times, status: "planned" as const, repetitionId: id, occurrence: n };
    rows.push({ ...row, remindAt: remindAtOf(tx, row, now), createdAt: now, updatedAt: now });
  }
  if (rows.length > 0) tx.insert(activities).values(rows).run();
  tx.update(repetitions).set({ nextOccurrence: n }).where(eq(repetitions.id, id)).run();
  return dayOfNth(repetition, n) <= horizon;
}

/** At once while rows are lacking, in a month when more will have come into sight, never again after its last day. */
function goOn(tx: Transaction, { id, untilOn }: Repetition, isMore: boolean, now: number) {
  const repetition = repetitionOf(tx, id);
  if (untilOn !== null && dayOfNth(repetition, repetition.nextOccurrence) > untilOn) return;
  const runAt = isMore ? now : now + month;
  enqueue(tx, kind, { id }, { now, runAt, dedupeKey: `${kind} ${id} ${runAt}` });
}

/** The trash was emptied of all its times, with what they were filed under. */
function isGone(tx: Transaction, id: number): boolean {
  return tx.select({ id: activities.id }).from(activities).where(eq(activities.repetitionId, id)).limit(1).get() === undefined;
}

/** What is under way would not reach the times added meanwhile. */
function comeBack(tx: Transaction, id: number, now: number) {
  enqueue(tx, kind, { id }, { now, runAt: now + second });
  return { done: true } as const;
}

/** What came again from long ago would fill the calendar with what nobody did. */
function requireRecent(date: string, zone: string, now: number) {
  if (date < addDays(dayOf(now, zone), -longestDays)) throw new RuleError("activities.repeats_from_past", "date");
}

function dayOfNth(repetition: Repetition, n: number) {
  return nthDay(repetition.startsAt.slice(0, 10), repetition, n - repetition.firstOccurrence);
}
