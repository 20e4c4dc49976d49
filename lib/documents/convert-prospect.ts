import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities, documents, eventPayloads, events, mails, type prospects } from "@/db/schema";
import { trashAccount } from "@/lib/accounts/commands";
import { type By, trashActivity } from "@/lib/activities/commands";
import { changeOf as activityChange, saveActivity } from "@/lib/activities/save";
import { whenDoneOf } from "@/lib/activities/when-done";
import { trashContact } from "@/lib/contacts/commands";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { changeOf, rowOf, save } from "@/lib/prospects/commands";
import { conversionTold } from "@/lib/prospects/conversion";
import { isClosed } from "@/lib/prospects/rules";
import { accountOfProspect } from "./prospect";

type Row = typeof prospects.$inferSelect;
type Also = NonNullable<Change["also"]>;
type Made = { accountId?: number; contactId?: number; noteId?: number };

/** Makes a customer of a prospect, or closes it for the one it is linked to: its origin, notes, images and activities go along.
 *  Throws when it is closed, or when the company asks for what it does not say. */
export function convertProspect(tx: Transaction, { id }: Pick<Row, "id">, by: By & { userId: number }): Change & { madeOf: string } {
  const prospect = rowOf(tx, id);
  if (isClosed(prospect)) throw new RuleError("prospects.closed");
  const { accountId, contactId, also } = accountOfProspect(tx, id, by);
  const history = fileUnder(tx, id, { accountId, contactId }, by.now);
  const note = prospect.accountId === null && prospect.notes !== null ? noteOf(tx, accountId, prospect.notes, by) : [];
  const before = rowOf(tx, id);
  const after = save(tx, before, { status: "converted", closedAt: by.now }, by.now);
  const all = [...also, ...history, ...note];
  return { ...changeOf(before, after), madeOf: prospect.companyName ?? prospect.personName, batchId: randomUUID(), also: all };
}

/** Opens a converted prospect again; the account and contact that were made of it go to the trash.
 *  Throws when it was not converted so, or when papers were made since. */
export function undoConversion(tx: Transaction, { id }: Pick<Row, "id">, by: By): Change {
  const before = rowOf(tx, id);
  const done = conversionOf(tx, before);
  if (!done) throw new RuleError("prospects.not_converted");
  const { accountId, contactId, noteId } = done.made;
  if (hasPapersSince(tx, before, accountId)) throw new RuleError("prospects.converted_with_documents");
  const also: Also = [];
  if (noteId !== undefined) also.push({ name: "activity.trashed", change: trashActivity(tx, { id: noteId }, by) });
  if (accountId !== undefined) {
    also.push(...takeOut(tx, id, done.made, by.now));
    if (contactId !== undefined) also.push({ name: "contact.trashed", change: trashContact(tx, { id: contactId }, by) });
    also.push({ name: "account.trashed", change: trashAccount(tx, { id: accountId }, by) });
  }
  const unfiled = accountId === undefined ? {} : { accountId: null, contactId: null };
  const after = save(tx, before, { status: done.status, closedAt: null, ...unfiled }, by.now);
  return { ...changeOf(before, after), undoes: done.eventId, batchId: randomUUID(), also };
}

/** What made this prospect a customer, if that was its last closing, and what was made by it. */
function conversionOf(tx: Transaction, prospect: Row): { eventId: number; status: Row["status"]; made: Made } | undefined {
  const told = conversionTold(tx, prospect);
  if (!told) return undefined;
  const { before } = tx.select().from(eventPayloads).where(eq(eventPayloads.eventId, told.id)).get()!;
  const along = tx.select({ name: events.name, id: events.subjectId }).from(events).where(eq(events.batchId, told.batchId!)).all();
  const madeAs = (name: string) => along.find((one) => one.name === name)?.id ?? undefined;
  const made = { accountId: madeAs("account.created"), contactId: madeAs("contact.created"), noteId: still(tx, madeAs("activity.created")) };
  return { eventId: told.id, status: before?.status as Row["status"], made };
}

/** A note that somebody threw away may be gone for good by now. */
function still(tx: Transaction, noteId: number | undefined): number | undefined {
  return noteId === undefined ? undefined : tx.select({ id: activities.id }).from(activities).where(eq(activities.id, noteId)).get()?.id;
}

function hasPapersSince(tx: Transaction, { id, closedAt }: Row, madeAccountId: number | undefined): boolean {
  const ofProspect = tx.select({ createdAt: documents.createdAt }).from(documents).where(eq(documents.prospectId, id)).all();
  if (ofProspect.some(({ createdAt }) => createdAt >= closedAt!)) return true;
  if (madeAccountId === undefined) return false;
  return tx.select({ id: documents.id }).from(documents).where(eq(documents.accountId, madeAccountId)).limit(1).get() !== undefined;
}

/** What was done with a prospect stands in its account's history, with the contact where it names none. */
function fileUnder(tx: Transaction, prospectId: number, { accountId, contactId }: { accountId: number; contactId: number | null }, now: number): Also {
  const loose = and(eq(activities.prospectId, prospectId), isNull(activities.accountId));
  const rows = tx.select().from(activities).where(loose).all();
  fileMails(tx, prospectId, accountId);
  return rows.map((row) => refiled(tx, row, { accountId, contactId: row.contactId ?? contactId }, now));
}

function takeOut(tx: Transaction, prospectId: number, made: Made, now: number): Also {
  const theirs = and(eq(activities.prospectId, prospectId), eq(activities.accountId, made.accountId!));
  const rows = tx.select().from(activities).where(theirs).all();
  fileMails(tx, prospectId, null);
  return rows.map((row) => refiled(tx, row, { accountId: null, contactId: row.contactId === made.contactId ? null : row.contactId }, now));
}

/** What was mailed to it is found among its account's mails. */
function fileMails(tx: Transaction, prospectId: number, accountId: number | null) {
  tx.update(mails)
    .set({ accountId })
    .where(and(eq(mails.aboutKind, "prospect"), eq(mails.aboutId, prospectId)))
    .run();
}

function refiled(tx: Transaction, row: typeof activities.$inferSelect, to: { accountId: number | null; contactId: number | null }, now: number): Also[number] {
  return { name: "activity.edited", change: activityChange(row, saveActivity(tx, row, to, now)) };
}

/** Who is named in it was told when it was written. */
function noteOf(tx: Transaction, accountId: number, notes: string, by: By & { userId: number }): Also {
  const { doneAt, times } = whenDoneOf({ doneOn: null, doneTime: null }, by);
  const done = { kind: "note", status: "done", subject: notes.split("\n")[0]!.slice(0, 120), notes, accountId, doneAt } as const;
  const after = tx
    .insert(activities)
    .values({ ...done, ...times, ownerId: by.userId, createdBy: by.userId, createdAt: by.now, updatedAt: by.now })
    .returning()
    .get();
  return [{ name: "activity.created", change: activityChange(null, after) }];
}
