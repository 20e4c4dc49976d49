import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { users } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { type By, completeActivity, createActivity } from "./commands";
import type { NextStep } from "./forms";
import { canAssignActivity, canCreateActivity } from "./policy";
import type { Activity } from "./queries";
import type { Filing } from "./save";
import type { WhenDone } from "./when-done";

type Doing = By & { viewer: Viewer };

/** Ends an activity with its result and plans the next one for the same people. Throws when it is not waiting to be done or its next is not theirs to plan. */
export function completeAndPlan(tx: Transaction, activity: Activity, input: { result: string | null } & WhenDone & NextStep, by: Doing): Change {
  const { accountId, contactId, prospectId, subject } = activity;
  if (input.nextOn !== null && !canCreateActivity(by.viewer, activity)) throw new RuleError("activities.no_next", "nextOn");
  const change = completeActivity(tx, activity, input, by);
  const filing = {
    account: accountId === null ? undefined : { id: accountId },
    contact: contactId === null ? undefined : { id: contactId },
    prospect: prospectId === null ? undefined : { id: prospectId, accountId },
  };
  return { ...change, also: planNext(tx, filing, input, { subject, ownerId: ownerOfNext(tx, activity, by) }, by) };
}

/** What comes next, planned in the step that ended the last; nothing without a day. `subject` is said when nobody says another. */
export function planNext(
  tx: Transaction,
  filing: Filing,
  next: NextStep,
  { subject, ownerId }: { subject: string; ownerId: number | null },
  by: By,
): Change["also"] {
  const { nextKind, nextSubject, nextOn, nextTime } = next;
  if (nextOn === null) return undefined;
  const what = { kind: nextKind, subject: nextSubject ?? subject, notes: null, ownerId };
  const when = { date: nextOn, time: nextTime, endDate: null, endTime: null };
  const { times: _times, moved: _moved, ...change } = createActivity(tx, filing, { ...what, ...when, accountId: null, contactId: null, prospectId: null }, by);
  return [{ name: "activity.created", change }];
}

/** Whose the last was, where that is theirs to say and who it was still works here. */
function ownerOfNext(tx: Transaction, activity: Activity, { viewer, userId }: Doing): number | null {
  const owner = tx.select({ isActive: users.isActive }).from(users).where(eq(users.id, activity.ownerId)).get();
  return owner?.isActive && canAssignActivity(viewer, activity) ? activity.ownerId : userId;
}
