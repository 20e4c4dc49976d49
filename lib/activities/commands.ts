import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { requireOwner } from "@/lib/users/owner";
import type { ActivityInput } from "./forms";
import { keepNextAction, markContacted } from "./next-action";
import { isPlanned } from "./rules";
import { movedTimes, type Times, timesOf } from "./times";

/** `zone` is the clock of whoever types. */
export type By = { userId: number | null; now: number; zone: string };
type Row = typeof activities.$inferSelect;
/** The records it is about, already found through the scope. */
export type Filing = { account?: { id: number }; contact?: { id: number }; prospect?: { id: number; accountId: number | null } };
type Timed = Change & { times: Times; moved: boolean };

/** Plans an activity; a note is done as it is written. Throws when its times make no sense or nobody owns it. */
export function createActivity(tx: Transaction, filing: Filing, input: ActivityInput, by: By): Timed {
  const { moved, ...times } = timesOf(input, by.zone);
  const ownerId = input.ownerId ?? by.userId;
  const isDone = input.kind === "note";
  const after = tx
    .insert(activities)
    .values({
      ...{ kind: input.kind, subject: input.subject, notes: input.notes, ...filed(filing), ...times },
      ownerId: requireOwner(tx, ownerId).id,
      status: isDone ? "done" : "planned",
      doneAt: isDone ? by.now : null,
      ...{ createdBy: by.userId, createdAt: by.now, updatedAt: by.now },
    })
    .returning()
    .get();
  keepNextAction(tx, after.prospectId);
  return { ...changeOf(null, after), times, moved };
}

/** Keeps the clock it was planned on, though it is changed from another zone. */
export function editActivity(tx: Transaction, activity: Pick<Row, "id">, filing: Filing, input: ActivityInput, by: By): Timed {
  const before = rowOf(tx, activity.id);
  const { moved, ...times } = timesOf(input, by.zone, before.zone);
  const { kind, subject, notes } = input;
  const ownerId = requireOwner(tx, input.ownerId ?? before.ownerId).id;
  const after = save(tx, before, { kind, subject, notes, ownerId, ...filed(filing), ...times }, by.now);
  keepNextAction(tx, before.prospectId);
  return { ...changeOf(before, after), times, moved };
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

export function trashActivity(tx: Transaction, activity: Pick<Row, "id">, { now }: By): Change {
  const before = rowOf(tx, activity.id);
  return changeOf(before, save(tx, before, { deletedAt: now }, now));
}

function save(tx: Transaction, { id, version }: Row, values: Partial<Row>, now: number): Row {
  const after = tx
    .update(activities)
    .set({ ...values, updatedAt: now, version: version + 1 })
    .where(eq(activities.id, id))
    .returning()
    .get();
  keepNextAction(tx, after.prospectId);
  return after;
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
