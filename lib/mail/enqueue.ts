import { randomUUID } from "node:crypto";
import type { Reader, Transaction } from "@/db/open";
import { mailAttachments, mailRecipients, mailServer, mails } from "@/db/schema";
import type { DocumentKind, MailTopic } from "@/db/vocabulary";
import { RuleError } from "@/lib/core/errors";
import { emailKey } from "@/lib/core/text";
import { insertFile } from "@/lib/files/store";
import { enqueue } from "@/lib/jobs/enqueue";
import { cleanFileName, cleanLine, cleanText, isMailbox, longestName, longestSubject, longestText, shortened } from "./clean";
import { sealPassword } from "./password";

export type Recipient = { address: string; name?: string | null; contactId?: number | null };
/** Bytes already kept, or the paper whose PDF is drawn when the mail goes, if it still says then what it said now. */
export type Attachment = { name: string; mime: string; sha256: string; size: number } | { document: DocumentKind; id: number; contentSha256: string };
export type MailDraft = {
  to: Recipient[];
  cc?: Recipient[];
  subject: string;
  text: string;
  attachments?: Attachment[];
  about: { kind: MailTopic; id: number; accountId?: number | null };
  templateId?: number | null;
  replyTo?: string | null;
  /** What takes the place of `linkPlace` when the mail goes: sealed, so that neither the mail as it is kept nor the database tells it. */
  link?: string;
  /** Who asked for it; null when nobody did, as with a reminder. */
  sentBy: number | null;
};

export const mailJob = "mails.send";
export const mostRecipients = 20;

export function isMailSetUp(reader: Reader): boolean {
  return reader.select({ id: mailServer.id }).from(mailServer).get() !== undefined;
}

/** Writes the mail down and leaves it for the worker, in the transaction of its cause: neither can be without the other. Returns the mail's id.
 *  Throws when no server is set, nobody or too many are named, or an address is none. */
export function enqueueMail(
  tx: Transaction,
  { to, cc = [], attachments = [], about, link, ...draft }: MailDraft,
  { now, uuid = randomUUID() }: { now: number; uuid?: string },
): number {
  const server = tx.select({ fromAddress: mailServer.fromAddress }).from(mailServer).get();
  if (!server) throw new RuleError("mails.not_set_up");
  const recipients = distinctRecipients({ to, cc });
  const messageId = `${uuid}@${server.fromAddress.split("@").at(-1)}`;
  const papers = attachments.flatMap((one) => ("document" in one ? { id: one.id, contentSha256: one.contentSha256 } : []));
  const jobId = enqueue(tx, mailJob, { papers, ...(link && { sealedLink: sealPassword(link) }) }, { now, messageId });
  const row = { ...draft, subject: subjectLine(draft.subject), text: shortened(cleanText(draft.text), longestText), messageId, jobId };
  const { id: mailId } = tx
    .insert(mails)
    .values({ ...row, aboutKind: about.kind, aboutId: about.id, accountId: about.accountId, createdAt: now, askedAt: now, nextTryAt: now })
    .returning({ id: mails.id })
    .get();
  for (const { name, ...recipient } of recipients) {
    tx.insert(mailRecipients)
      .values({ ...recipient, mailId, name: name ? cleanLine(name, longestName) : null })
      .run();
  }
  for (const one of attachments) {
    tx.insert(mailAttachments)
      .values({ mailId, ...attached(tx, one, now) })
      .run();
  }
  return mailId;
}

function subjectLine(subject: string): string {
  return shortened(cleanLine(subject, Number.POSITIVE_INFINITY), longestSubject);
}

/** A mail names its bytes by a row of its own: they stay with it when the file is thrown away where it came from. */
function attached(tx: Transaction, one: Attachment, now: number) {
  if ("document" in one) return { documentKind: one.document, documentId: one.id };
  const name = cleanFileName(one.name, longestName);
  return { name, fileId: insertFile(tx, { ...one, name, createdAt: now, createdBy: null }) };
}

type Addressed = Recipient & { kind: "to" | "cc" };

/** Whom a mail goes to, each mailbox once. Throws when nobody or too many are named, or an address is none. */
export function distinctRecipients({ to, cc }: { to: Recipient[]; cc: Recipient[] }): Addressed[] {
  const recipients = distinct([...to.map((one) => ({ ...one, kind: "to" as const })), ...cc.map((one) => ({ ...one, kind: "cc" as const }))]);
  requireRecipients(recipients);
  return recipients;
}

/** Where it was named first, it stays. */
function distinct(recipients: Addressed[]): Addressed[] {
  return [...new Map(recipients.toReversed().map((one) => [emailKey(one.address), { ...one, address: one.address.trim() }])).values()].toReversed();
}

function requireRecipients(recipients: Addressed[]) {
  if (!recipients.some(({ kind }) => kind === "to")) throw new RuleError("mails.no_recipient", "to");
  if (recipients.length > mostRecipients) throw new RuleError("mails.too_many_recipients", "to", { max: mostRecipients });
  const wrong = recipients.find(({ address }) => !isMailbox(address));
  if (wrong) throw new RuleError("mails.bad_address", wrong.kind, { address: cleanLine(wrong.address, 80) });
}
