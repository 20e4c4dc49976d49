import type { Transaction } from "@/db/open";
import type { activities } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import { requireOwner } from "@/lib/users/owner";
import { changeAlong, clockOf, isWider } from "./along";
import type { By, Timed } from "./commands";
import { doneAtOf } from "./done-at";
import type { ActivityInput } from "./forms";
import { tellMentioned } from "./mentions";
import { keepNextAction } from "./next-action";
import { changeOthers, requireStill, trashAlong } from "./others";
import { endRepetition, repetitionOf, startRepetition } from "./repetitions";
import { type Extent, isPlanned } from "./rules";
import { activityRow, changeOf, type Filing, filed, keepWhatFollows, type Row, saveActivity } from "./save";
import { onLastOfMonth, retypedTimes, type Times } from "./times";

type Edit = ActivityInput & { appliesTo?: Extent };
type Editing = { before: Row; input: Edit; values: Partial<Row>; times: Times; by: By };

/** Keeps the clock it was planned on, though it is changed from another zone. Of what comes again, this time alone or those that `appliesTo` names,
 *  each of which `requireExtent` has let pass: they keep their owner and their reminder unless these are changed here. */
export function editActivity(tx: Transaction, activity: Pick<typeof activities.$inferSelect, "id">, filing: Filing, input: Edit, by: By): Timed {
  const before = activityRow(tx, activity.id);
  const { appliesTo = "this", remindMinutes = before.remindMinutes } = input;
  const isOfMany = before.repetitionId !== null && isPlanned(before);
  const isForMore = isOfMany && isWider(before, appliesTo);
  if (isForMore) requireStill(tx, before.repetitionId!);
  const isRuled = isPlanned(before) && hasNewRule(tx, before, input);
  if (isRuled && isOfMany && appliesTo !== "following") throw new RuleError("activities.rule_from_here", "appliesTo");

  const { moved, ...typed } = retypedTimes(before, input, by.zone);
  const times = isRuled && input.repeatUnit === "month_end" ? onLastOfMonth(typed, clockOf(before, input.time, typed, by.zone)) : typed;
  const { kind, subject, notes } = input;
  const values = { kind, subject, notes, ...filed(filing), ownerId: requireOwner(tx, input.ownerId ?? before.ownerId, before.ownerId).id, remindMinutes };
  const editing = { before, input, values, times, by };
  const also = isRuled ? layAnew(tx, editing) : isForMore ? editAlong(tx, editing, appliesTo) : undefined;
  const isRedated = times.startsAtUtc !== before.startsAtUtc || (before.kind === "note" && kind !== "note");
  const done = before.status === "done" && isRedated ? { doneAt: doneAtOf(times, input, by, before.doneAt!) } : {};
  if (!also) saveActivity(tx, before, { ...values, ...times, ...done }, by.now);

  const saved = activityRow(tx, before.id);
  if (before.prospectId !== saved.prospectId) keepNextAction(tx, before.prospectId);
  tellMentioned(tx, before, saved, by);
  return { ...changeOf(before, saved), ...also, times, moved };
}

/** Whether it is to come again otherwise than it does: what follows is then thrown away, which is a right of its own. */
export function hasNewRule(tx: Transaction, { repetitionId }: Pick<Row, "repetitionId">, { repeatUnit, repeatEvery = 1, repeatUntil = null }: Edit): boolean {
  if (repeatUnit === undefined) return false;
  if (repetitionId === null) return repeatUnit !== null;
  const { unit, every, untilOn } = repetitionOf(tx, repetitionId);
  return unit !== repeatUnit || every !== repeatEvery || untilOn !== repeatUntil;
}

/** From this time on by another rule, or never again: what stood after it goes to the trash, what was before and what is done stays. */
function layAnew(tx: Transaction, { before, input, values, times, by }: Editing) {
  const { repeatUnit, repeatEvery = 1, repeatUntil = null } = input;
  const gone = before.repetitionId === null ? {} : changeOthers(tx, before, "following", trashAlong(by.now), by);
  if (before.repetitionId !== null) endRepetition(tx, before.repetitionId, { from: before.occurrence!, now: by.now });
  const saved = saveActivity(tx, before, { ...values, ...times, repetitionId: null, occurrence: null }, by.now);
  const clock = { date: saved.startsAt.slice(0, 10), time: clockOf(before, input.time, times, by.zone) };
  if (repeatUnit) startRepetition(tx, saved, { unit: repeatUnit, every: repeatEvery, untilOn: repeatUntil }, clock, by.now);
  keepWhatFollows(tx, saved, by.now);
  const { along: _along, ...told } = { along: 0, ...gone };
  return told;
}

/** They keep their owner and their reminder unless these are changed here. */
function editAlong(tx: Transaction, { before, input, values, times, by }: Editing, appliesTo: Extent) {
  const { ownerId, remindMinutes, ...words } = values;
  const own = { ...(ownerId !== before.ownerId && { ownerId }), ...(remindMinutes !== before.remindMinutes && { remindMinutes }) };
  const changing = { before, values, others: { ...words, ...own }, times, time: clockOf(before, input.time, times, by.zone) };
  return changeAlong(tx, changing, { name: "activity.edited", appliesTo }, by);
}
