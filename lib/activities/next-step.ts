import type { Transaction } from "@/db/open";
import type { Change } from "@/lib/events/record";
import { type By, completeActivity, createActivity, type Filing } from "./commands";
import type { NextStep } from "./forms";

type Done = { id: number; subject: string; ownerId: number; accountId: number | null; contactId: number | null; prospectId: number | null };

/** Ends an activity with its result and plans the next one for the same people. Throws when it is not waiting to be done. */
export function completeAndPlan(tx: Transaction, activity: Done, input: { result: string | null } & NextStep, by: By): Change {
  const { accountId, contactId, prospectId, ...said } = activity;
  const change = completeActivity(tx, activity, input, by);
  const filing = {
    account: accountId === null ? undefined : { id: accountId },
    contact: contactId === null ? undefined : { id: contactId },
    prospect: prospectId === null ? undefined : { id: prospectId, accountId },
  };
  return { ...change, also: planNext(tx, filing, input, said, by) };
}

/** What comes next, planned in the step that ended the last; nothing without a day. `subject` is said when nobody says another. */
export function planNext(tx: Transaction, filing: Filing, next: NextStep, { subject, ownerId }: { subject: string; ownerId: number }, by: By): Change["also"] {
  const { nextKind, nextSubject, nextOn, nextTime } = next;
  if (nextOn === null) return undefined;
  const what = { kind: nextKind, subject: nextSubject ?? subject, notes: null, ownerId };
  const when = { date: nextOn, time: nextTime, endDate: null, endTime: null };
  const { times: _times, moved: _moved, ...change } = createActivity(tx, filing, { ...what, ...when, accountId: null, contactId: null, prospectId: null }, by);
  return [{ name: "activity.created", change }];
}
