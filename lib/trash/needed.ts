import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Transaction } from "@/db/open";
import { accountBalances, accountContacts, activities, documents, mails, opportunities, prospects } from "@/db/schema";
import type { TrashKind, TrashRef } from "./rules";

/** Where a record is named by what stands by itself: as long as one row does, it stays in the trash. */
export const holders: Record<TrashKind, SQLiteColumn[]> = {
  account: [documents.accountId, accountBalances.accountId, opportunities.accountId, prospects.accountId],
  contact: [documents.contactId, opportunities.contactId, prospects.contactId],
  prospect: [documents.prospectId, opportunities.prospectId],
  activity: [],
};

const filedAs = { account: activities.accountId, contact: activities.contactId, prospect: activities.prospectId };

/** Whether a document, an opportunity, a prospect, or work that does not go along names it; a mail about it has not left yet; an account that stays
 *  tells of it; or work that comes again is laid after it. */
export function isNeeded(tx: Transaction, { kind, id }: TrashRef, until: number): boolean {
  const isMailToGo = and(eq(mails.aboutKind, kind), eq(mails.aboutId, id), inArray(mails.state, ["queued", "sending"]))!;
  if (holders[kind].some((column) => isThere(tx, column.table, eq(column, id))) || isThere(tx, mails, isMailToGo)) return true;
  if (kind === "activity") return isLastOfSeries(tx, id, until);
  return isThere(tx, activities, and(eq(filedAs[kind], id), sql`not ${goesAlong(until)}`)!) || isOfOneWhoStays(tx, { kind, id }, until);
}

/** Of an account whether somebody who stays works nowhere else: without it nobody would see them. Of the others whether they were mailed for an account
 *  that stays, or became its customer, who has their files. */
function isOfOneWhoStays(tx: Transaction, { kind, id }: TrashRef, until: number): boolean {
  if (kind === "account") return isThere(tx, accountContacts, sql`${accountContacts.accountId} = ${id} and ${worksOnlyThere(until)}`);
  const isMailOfAccount = and(eq(mails.aboutKind, kind), eq(mails.aboutId, id), accountStays(mails.accountId, until))!;
  if (isThere(tx, mails, isMailOfAccount)) return true;
  return kind === "prospect" && isThere(tx, prospects, and(eq(prospects.id, id), eq(prospects.status, "converted"), accountStays(prospects.accountId, until))!);
}

/** Whether it is all that is left of work that goes on coming. */
function isLastOfSeries(tx: Transaction, id: number, until: number): boolean {
  const goesOn = sql`exists (select 1 from repetitions where repetitions.id = ${activities.repetitionId} and ended_at is null
    and (until_on is null or until_on >= date(${until} / 1000, 'unixepoch')))`;
  const others = sql`exists (select 1 from activities other where other.repetition_id = ${activities.repetitionId} and other.id <> ${id})`;
  return isThere(tx, activities, sql`${activities.id} = ${id} and ${goesOn} and not ${others}`);
}

function worksOnlyThere(until: number): SQL {
  return sql`exists (select 1 from contacts where contacts.id = ${accountContacts.contactId} and (contacts.deleted_at is null or contacts.deleted_at > ${until}))
    and not exists (select 1 from account_contacts other join accounts on accounts.id = other.account_id
      where other.contact_id = ${accountContacts.contactId} and other.account_id <> ${accountContacts.accountId} and accounts.deleted_at is null)`;
}

function accountStays(accountId: SQLiteColumn, until: number): SQL {
  return sql`exists (select 1 from accounts where accounts.id = ${accountId} and (accounts.deleted_at is null or accounts.deleted_at > ${until}))`;
}

/** Some of what was done with a record and with nobody who stays: its history, which goes with it. */
export function historyOf(tx: Transaction, { kind, id }: TrashRef, until: number, most: number): TrashRef[] {
  if (kind === "activity") return [];
  const rows = tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(filedAs[kind], id), goesAlong(until)))
    .limit(most)
    .all();
  return rows.map((row) => ({ kind: "activity", id: row.id }));
}

/** Of an activity: that it was done or called off, that no mail about it is on its way, and that all it is filed under is past its term in the trash. */
function goesAlong(until: number): SQL {
  return sql`(activities.deleted_at is null and activities.status <> 'planned'
    and not exists (select 1 from mails where about_kind = 'activity' and about_id = activities.id and state in ('queued', 'sending'))
    and (activities.account_id is null or exists (select 1 from accounts where accounts.id = activities.account_id and accounts.deleted_at <= ${until}))
    and (activities.contact_id is null or exists (select 1 from contacts where contacts.id = activities.contact_id and contacts.deleted_at <= ${until}))
    and (activities.prospect_id is null or exists (select 1 from prospects where prospects.id = activities.prospect_id and prospects.deleted_at <= ${until})))`;
}

function isThere(tx: Transaction, table: SQLiteTable, where: SQL): boolean {
  return tx.select({ one: sql`1` }).from(table).where(where).limit(1).get() !== undefined;
}
