import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities } from "@/db/schema";
import type { Change } from "@/lib/events/record";
import { keepNextAction } from "./next-action";
import { remindAtOf, scheduleReminder } from "./reminders";

export type Row = typeof activities.$inferSelect;
/** The records it is about, already found through the scope. */
export type Filing = { account?: { id: number }; contact?: { id: number }; prospect?: { id: number; accountId: number | null } };

/** Writes an activity anew with whatever is kept of it elsewhere: when to remind, what its prospect waits for. */
export function saveActivity(tx: Transaction, before: Row, values: Partial<Row>, now: number): Row {
  const changed = { ...before, ...values };
  const after = tx
    .update(activities)
    .set({ ...values, remindAt: remindAtOf(tx, changed, now), updatedAt: now, version: before.version + 1 })
    .where(eq(activities.id, before.id))
    .returning()
    .get();
  keepWhatFollows(tx, after, now);
  return after;
}

export function keepWhatFollows(tx: Transaction, { prospectId }: Row, now: number) {
  keepNextAction(tx, prospectId);
  scheduleReminder(tx, now);
}

export function activityRow(tx: Transaction, id: number): Row {
  return tx.select().from(activities).where(eq(activities.id, id)).get()!;
}

export function filed({ account, contact, prospect }: Filing) {
  return { accountId: account?.id ?? prospect?.accountId ?? null, contactId: contact?.id ?? null, prospectId: prospect?.id ?? null };
}

/** `along` counts the other times that went with it. */
export function changeOf(before: Row | null, after: Row & { along?: number }): Change {
  return { kind: "activity", id: after.id, accountId: after.accountId, prospectId: after.prospectId, before, after };
}
