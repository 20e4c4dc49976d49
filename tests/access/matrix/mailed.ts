import type { Transaction } from "@/db/open";
import { mailAttachments, mailRecipients, mailServer, mails, mailTemplates, outbox } from "@/db/schema";
import type { MailTopic } from "@/db/vocabulary";
import { attachedFile } from "./attached";
import { bait, idOf, type Kind, type RecordRef, setNames, sets, token } from "./facts";

const topics: Partial<Record<Kind, MailTopic>> = { account: "account", contact: "contact", looseProspect: "prospect", issuedInvoice: "invoice" };

/** The kinds of record that have a mail. */
export const mailed = Object.keys(topics) as Kind[];

/** Where a prospect stands as it does in another set there is none about it, so that one page of the log holds all the mails. */
export const hasMail = ({ set, kind }: RecordRef) => mailed.includes(kind) && (kind !== "looseProspect" || !["elsewhere", "shared", "known"].includes(set));

/** What can be written from: the address of the form names the record. */
export const mailable: Partial<Record<Kind, MailTopic>> = {
  ...{ account: "account", contact: "contact", looseContact: "contact", prospect: "prospect", looseProspect: "prospect", quote: "quote", sentQuote: "quote" },
  ...{ order: "order", confirmedOrder: "order", issuedInvoice: "invoice", receipt: "receipt" },
};

/** A mail that did not leave about some records of each set, with the record's own number, so that who sees the one sees the other. */
export function plantMails(tx: Transaction) {
  plantServer(tx);
  for (const ref of refs()) {
    const id = idOf(ref);
    const say = (field: number) => `${bait} ${token(id, field)}`;
    tx.insert(outbox).values({ id, kind: "mails.send", payload: {}, state: "parked", runAt: 0, createdAt: 0, finishedAt: 1 }).run();
    const about = { aboutKind: topics[ref.kind]!, aboutId: id, accountId: ref.kind === "looseProspect" ? null : idOf({ ...ref, kind: "account" }) };
    const words = { subject: say(401), text: say(402), reason: say(403), replyTo: say(404), messageId: say(405) };
    tx.insert(mails)
      .values({ id, jobId: id, ...about, ...words, state: "failed", createdAt: 0, askedAt: 0 })
      .run();
    tx.insert(mailRecipients)
      .values({ mailId: id, kind: "to", name: say(406), address: `${token(id, 407)}@ejemplo.test`, refusal: say(408) })
      .run();
    tx.insert(mailAttachments)
      .values({ id: id + laterShift, mailId: id, name: say(409), documentKind: "invoice", documentId: idOf({ ...ref, kind: "issuedInvoice" }) })
      .run();
    tx.insert(mailAttachments)
      .values({ id, mailId: id, name: say(410), fileId: id + attachedFile })
      .run();
  }
}

/** From the number of what was kept with a mail to that of the paper that is to come along. */
const laterShift = 300_000;

/** One that is out of reach for ever: what is meant to leave waits, and nothing changes behind a test. */
function plantServer(tx: Transaction) {
  const stamps = { createdAt: 0, updatedAt: 0 };
  const line = { host: "127.0.0.1", port: 9, security: "none", failingSince: 1, failure: "x", retryAt: 8_000_000_000_000 } as const;
  tx.insert(mailServer)
    .values({ id: 1, ...line, fromName: "Ferretería", fromAddress: "ventas@ejemplo.test", ...stamps })
    .run();
  tx.insert(mailTemplates)
    .values({ kind: "quote", locale: "es", name: "Formal", subject: "Hola", text: "Hola", ...stamps })
    .run();
}

function refs(): RecordRef[] {
  return setNames.filter((set) => !("isTrashed" in sets[set])).flatMap((set) => mailed.map((kind) => ({ set, kind })).filter(hasMail));
}
