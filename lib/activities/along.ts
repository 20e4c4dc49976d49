import type { Transaction } from "@/db/open";
import type { By } from "./commands";
import { changeOthers } from "./others";
import { continued, reanchor } from "./repetitions";
import type { Extent } from "./rules";
import { type Row, saveActivity } from "./save";
import type { Times } from "./times";

/** `values` are this time's own, `others` what the rest become; `time` is the hour on its clock, null of whole days. */
type Changing = { before: Row; values: Partial<Row>; others?: Partial<Row>; times: Times; time: string | null };

/** Changes one time of what comes again and those that `appliesTo` names with it, at once or by the worker, in one batch. */
export function changeAlong(tx: Transaction, changing: Changing, { name, appliesTo }: { name: string; appliesTo: Extent }, by: By) {
  const { before, values, others = {}, times, time } = changing;
  const repetition = continued(tx, before, appliesTo, by.now);
  const saved = saveActivity(tx, before, { ...values, ...times, repetitionId: repetition.id }, by.now);
  const isMoved = times.startsAtUtc !== before.startsAtUtc || times.endsAtUtc !== before.endsAtUtc || times.isAllDay !== before.isAllDay;
  if (isMoved) reanchor(tx, repetition, saved, { now: by.now, time });
  const { along: _along, ...told } = changeOthers(tx, saved, appliesTo, { name, values: others, isMoved }, by);
  return told;
}

/** Whether the change is for more than this time. */
export function isWider({ repetitionId }: Pick<Row, "repetitionId">, appliesTo: Extent): boolean {
  return repetitionId !== null && appliesTo !== "this";
}

/** The hour as typed where it was typed on the activity's own clock, for a day may lack it; or as that clock shows it. */
export function clockOf({ zone }: Pick<Row, "zone">, typed: string | null, { isAllDay, startsAt }: Times, typedIn: string): string | null {
  if (isAllDay) return null;
  return typedIn === zone ? typed : startsAt.slice(11);
}
