import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database, Reader, Transaction } from "@/db/open";
import { files, mailAttachments, mailRecipients } from "@/db/schema";
import { write } from "@/db/write";
import { isSalesKind } from "@/lib/documents/kinds";
import { readKept } from "@/lib/files/store";
import { cleanLine, linkPlace } from "@/lib/mail/clean";
import type { Refusal } from "@/lib/mail/deliver";
import type { Verdict } from "@/lib/mail/judge";
import type { Message } from "@/lib/mail/message";
import { openPassword } from "@/lib/mail/password";
import { reasonOf } from "@/lib/mail/reason";
import { holderOfLink } from "@/lib/users/password-links";
import { drawnPdf } from "./document-pdf";
import { EffectEnded } from "./handler";

export function recipientsOf(reader: Reader, mailId: number): Pick<Message, "to" | "cc"> {
  const rows = reader.select().from(mailRecipients).where(eq(mailRecipients.mailId, mailId)).orderBy(asc(mailRecipients.id)).all();
  return { to: rows.filter(({ kind }) => kind === "to"), cc: rows.filter(({ kind }) => kind === "cc") };
}

type Unreached = { addresses: string[]; othersHaveIt: boolean; isForOne: boolean };

/** The mailboxes still to be reached: once a server answered for each, those it was refused for. A try that nobody asked for goes to whom it put off alone. */
export function unreachedOf(reader: Reader, { id, attempts }: { id: number; attempts: number }): Unreached {
  const rows = reader.select().from(mailRecipients).where(eq(mailRecipients.mailId, id)).orderBy(asc(mailRecipients.id)).all();
  const refused = rows.filter(({ refusal }) => refusal !== null);
  const putOff = attempts > 1 ? refused.filter(({ refusal }) => isPutOff(refusal!)) : [];
  const wanted = [putOff, refused, rows].find((some) => some.length > 0)!;
  const othersHaveIt = refused.length > 0 && refused.length < rows.length;
  return { addresses: wanted.map(({ address }) => address), othersHaveIt, isForOne: rows.length === 1 };
}

const order = z.object({ papers: z.array(z.object({ id: z.number().int(), contentSha256: z.string() })).default([]), sealedLink: z.string().optional() });

/** What is said, with the link that only the mail itself tells. One that opens nothing any more is not sent. */
export function textOf(reader: Reader, { text }: { text: string }, payload: unknown, now: number): string {
  const { sealedLink } = order.parse(payload);
  if (sealedLink === undefined) return text;
  const link = openPassword(sealedLink);
  const token = link?.split("/").at(-1);
  if (link === undefined || token === undefined || !holderOfLink(reader, token, now)) {
    throw new EffectEnded({ state: "parked" }, reasonOf("mails.failures.dead_link"));
  }
  return text.replaceAll(linkPlace, () => link);
}

/** The bytes that go along. The PDF of a document is drawn now and kept with the mail: a later try sends the very same. */
export async function attachmentsOf(db: Database, mailId: number, payload: unknown, now: number): Promise<Message["attachments"]> {
  await drawPapers(db, mailId, new Map(order.parse(payload).papers.map(({ id, contentSha256 }) => [id, contentSha256])), now);
  const rows = db
    .select({ name: mailAttachments.name, fileName: files.name, mime: files.mime, sha256: files.sha256 })
    .from(mailAttachments)
    .innerJoin(files, eq(files.id, mailAttachments.fileId))
    .where(eq(mailAttachments.mailId, mailId))
    .orderBy(asc(mailAttachments.id))
    .all();
  return Promise.all(rows.map(async ({ name, fileName, mime, sha256 }) => ({ name: name ?? fileName, mime, bytes: await readKept(sha256) })));
}

/** Whom of those tried the server did not take the mail for: the rest of them have it. */
export function keepRefusals(tx: Transaction, mailId: number, { addresses, isForOne }: Unreached, refusals: Refusal[]) {
  if (isForOne) return;
  const answers = new Map(refusals.map(({ address, response }) => [address, cleanLine(response, 300)]));
  for (const address of addresses) {
    tx.update(mailRecipients)
      .set({ refusal: answers.get(address) ?? null })
      .where(and(eq(mailRecipients.mailId, mailId), eq(mailRecipients.address, address)))
      .run();
  }
}

/** What the answers for each recipient mean for the mail: nothing when all have it, or nobody is left who might still get it. */
export function leftOver({ addresses, othersHaveIt, isForOne }: Unreached, refusals: Refusal[]): Verdict | undefined {
  const putOff = refusals.filter(({ response }) => isPutOff(response));
  const [first] = putOff.length > 0 ? putOff : refusals;
  if (!first) return undefined;
  const said = cleanLine(first.response, 300);
  if (putOff.length > 0) {
    const who = putOff.map(({ address }) => address).join(", ");
    return { kind: "later", reason: isForOne ? reasonOf("mails.failures.later", { said }) : reasonOf("mails.failures.later_for", { who, said }) };
  }
  const isForNobody = refusals.length === addresses.length && !othersHaveIt;
  return isForNobody ? { kind: "refused", reason: reasonOf("mails.failures.refused", { said }) } : undefined;
}

function isPutOff(answer: string): boolean {
  return answer.startsWith("4");
}

const withoutPaper = { gone: "mails.failures.no_document", changed: "mails.failures.changed_document" } as const;

/** What a paper says must be what it said when the mail was written: nobody is sent a text about one thing and the PDF of another. */
async function drawPapers(db: Database, mailId: number, written: Map<number, string>, now: number) {
  const waiting = db.select().from(mailAttachments).where(eq(mailAttachments.mailId, mailId)).all();
  for (const { id, fileId, documentKind, documentId } of waiting) {
    if (fileId !== null || documentKind === null || !isSalesKind(documentKind)) continue;
    const pdf = await drawnPdf(db, { kind: documentKind, id: documentId! }, now, written.get(documentId!));
    if (typeof pdf === "string") throw new EffectEnded({ state: "parked" }, reasonOf(withoutPaper[pdf]));
    write(db, (tx) => tx.update(mailAttachments).set({ fileId: pdf.fileId, name: pdf.name }).where(eq(mailAttachments.id, id)).run());
  }
}
