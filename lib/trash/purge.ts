import { and, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import {
  accountContacts,
  accounts,
  activities,
  attachments,
  burnedNumbers,
  contacts,
  eventPayloads,
  events,
  files,
  mailAttachments,
  mailRecipients,
  mails,
  onceTokens,
  portalUsers,
  prospects,
  series,
} from "@/db/schema";
import { recordEvent } from "@/lib/events/record";
import { historyOf, isNeeded } from "./needed";
import type { TrashKind, TrashRef } from "./rules";

type Purging = { until: number; now: number };

const tables = { account: accounts, contact: contacts, prospect: prospects, activity: activities } satisfies Record<TrashKind, unknown>;
const atOnce = 10;
const system = { kind: "system", locale: "es", zone: "UTC", today: "" } as const;

/** Takes away for good what was in the trash at `until`, with its files, its mails and its history: `some` when there is more of it for another turn,
 *  `kept` when something that stands needs it. Of each there stays who did what and when, not what it said. */
export function purgeRecord(tx: Transaction, ref: TrashRef, { until, now }: Purging): "gone" | "some" | "kept" {
  if (isNeeded(tx, ref, until)) return "kept";
  const history = historyOf(tx, ref, until, atOnce);
  for (const one of history) remove(tx, one, now);
  if (history.length === atOnce || removeSomePeople(tx, ref) === atOnce) return "some";
  remove(tx, ref, now);
  return "gone";
}

function remove(tx: Transaction, { kind, id }: TrashRef, now: number) {
  removeFiles(tx, { kind, id });
  removeMails(tx, { kind, id });
  const told = tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.subjectKind, kind), eq(events.subjectId, id)));
  tx.delete(eventPayloads).where(inArray(eventPayloads.eventId, told)).run();
  if (kind === "contact") removePortal(tx, id);
  if (kind === "prospect") burnFolio(tx, id, now);
  const table = tables[kind];
  tx.delete(table).where(eq(table.id, id)).run();
  const change = { kind, id, accountId: kind === "account" ? id : null, prospectId: kind === "prospect" ? id : null, before: null, after: null };
  recordEvent(tx, { viewer: system, name: `${kind}.purged`, change, at: now, source: "trash" });
}

/** Its number is given to nobody else, so that a gap among the folios is told from one that nobody knows of. */
function burnFolio(tx: Transaction, id: number, burnedAt: number) {
  const { number, workCenterId } = tx
    .select({ number: prospects.number, workCenterId: prospects.workCenterId })
    .from(prospects)
    .where(eq(prospects.id, id))
    .get()!;
  const isTheirs = or(isNull(series.workCenterId), workCenterId === null ? undefined : eq(series.workCenterId, workCenterId));
  const from = tx
    .select({ id: series.id })
    .from(series)
    .where(and(eq(series.kind, "prospect"), gt(series.next, number), isTheirs))
    .orderBy(sql`${series.workCenterId} is null`, series.id)
    .limit(1)
    .get();
  if (from) tx.insert(burnedNumbers).values({ seriesId: from.id, number, reason: "trash", burnedAt }).onConflictDoNothing().run();
}

/** The bytes go with the next sweep, which finds that nothing names them. */
function removeFiles(tx: Transaction, { kind, id }: TrashRef) {
  const theirs = and(eq(attachments.recordKind, kind), eq(attachments.recordId, id));
  const rows = tx.select({ fileId: attachments.fileId, thumbnailId: attachments.thumbnailId }).from(attachments).where(theirs).all();
  tx.delete(attachments).where(theirs).run();
  removeNames(
    tx,
    rows.flatMap(({ fileId, thumbnailId }) => [fileId, thumbnailId]),
  );
}

function removeMails(tx: Transaction, { kind, id }: TrashRef) {
  const theirs = tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.aboutKind, kind), eq(mails.aboutId, id)))
    .all();
  const ids = theirs.map((mail) => mail.id);
  const rows = tx.select({ fileId: mailAttachments.fileId }).from(mailAttachments).where(inArray(mailAttachments.mailId, ids)).all();
  tx.delete(mailAttachments).where(inArray(mailAttachments.mailId, ids)).run();
  removeNames(
    tx,
    rows.map(({ fileId }) => fileId),
  );
  tx.delete(mailRecipients).where(inArray(mailRecipients.mailId, ids)).run();
  tx.delete(mails).where(inArray(mails.id, ids)).run();
}

function removeNames(tx: Transaction, fileIds: (number | null)[]) {
  const ids = fileIds.filter((id) => id !== null);
  tx.delete(files).where(inArray(files.id, ids)).run();
}

/** Of an account its people, of a person where they work; answers how many. Each is taken in anew by the search, which costs some milliseconds. */
function removeSomePeople(tx: Transaction, { kind, id }: TrashRef): number {
  if (kind !== "account" && kind !== "contact") return 0;
  const theirs = eq(kind === "account" ? accountContacts.accountId : accountContacts.contactId, id);
  const rows = tx.select({ id: accountContacts.id }).from(accountContacts).where(theirs).limit(atOnce).all();
  const ids = rows.map((row) => row.id);
  tx.delete(accountContacts).where(inArray(accountContacts.id, ids)).run();
  return rows.length;
}

function removePortal(tx: Transaction, contactId: number) {
  const users = tx.select({ id: portalUsers.id }).from(portalUsers).where(eq(portalUsers.contactId, contactId));
  tx.delete(onceTokens).where(inArray(onceTokens.portalUserId, users)).run();
  tx.delete(portalUsers).where(eq(portalUsers.contactId, contactId)).run();
}
