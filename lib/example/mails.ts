import { and, desc, eq } from "drizzle-orm";
import { documents, mailServer, mails, outbox } from "@/db/schema";
import type { MailKind } from "@/db/vocabulary";
import { type MailSubject, recipientsFor } from "@/lib/contacts/recipients";
import { minorText } from "@/lib/i18n/balances";
import { formatDate } from "@/lib/i18n/format";
import { paperContent } from "@/lib/jobs/document-pdf";
import { enqueueMail } from "@/lib/mail/enqueue";
import { reasonOf } from "@/lib/mail/reason";
import { saveMailTemplate } from "@/lib/mail/templates";
import type { Book } from "./book";
import type { Stage } from "./stage";

type Fate = { state: "done" } | { state: "possibly_sent" | "parked"; reason: string };
type Letter = { daysBefore: number; place: number; kind: "quote" | "order" | "invoice"; fate: Fate };

const arrived: Fate = { state: "done" };
const letters: Letter[] = [
  { daysBefore: 9, place: 0, kind: "quote", fate: arrived },
  { daysBefore: 7, place: 1, kind: "invoice", fate: arrived },
  { daysBefore: 5, place: 2, kind: "order", fate: arrived },
  {
    daysBefore: 4,
    place: 3,
    kind: "invoice",
    fate: { state: "parked", reason: reasonOf("mails.failures.refused", { said: "550 5.1.1 Mailbox unavailable" }) },
  },
  {
    daysBefore: 2,
    place: 0,
    kind: "invoice",
    fate: {
      state: "possibly_sent",
      reason: reasonOf("mails.failures.unsure", { server: "smtp.ejemplo.test:587" }),
    },
  },
  { daysBefore: 1, place: 1, kind: "quote", fate: arrived },
];

/** What the team has mailed of late and what became of it. */
export function tellMails(stage: Stage, { customers }: Book, administratorId: number) {
  stage.agenda.add(stage.at(60), (now) => setUp(stage, administratorId, now));
  for (const letter of letters) stage.agenda.add(stage.at(letter.daysBefore, 12), (now) => write(stage, customers[letter.place]!.accountId, letter, now));
}

/** Nobody exists to whom an example could write: from the day it is shown nothing leaves it. */
export function closeMails({ tx }: Stage) {
  tx.delete(mailServer).run();
}

function setUp({ tx, example, by, tell }: Stage, administratorId: number, now: number) {
  const stamps = { createdAt: now, updatedAt: now };
  const fromAddress = `ventas@${example.administrator.email.split("@").at(-1)}`;
  tx.insert(mailServer)
    .values({ id: 1, host: "smtp.ejemplo.test", port: 587, security: "starttls", fromName: example.name, fromAddress, ...stamps })
    .run();
  for (const template of templates) {
    const made = saveMailTemplate(tx, undefined, { ...template, id: null, locale: "es", isDefault: true }, now);
    tell("mail_template.saved", made, by(administratorId, now));
  }
}

const templates = [
  {
    kind: "quote" as const,
    name: "Cotización con saludo",
    subject: "Su cotización {{folio}}",
    text: "Buen día, {{contacto}}:\n\nCon gusto le enviamos la cotización {{folio}} por {{total}}, válida hasta el {{vigencia}}.\n\nSi tiene alguna duda, responda a este correo.\n\n{{ejecutivo}}\n{{empresa}}",
  },
  {
    kind: "invoice" as const,
    name: "Recordatorio de pago",
    subject: "Factura {{folio}}: saldo de {{saldo}}",
    text: "Buen día, {{contacto}}:\n\nLe recordamos que la factura {{folio}} vence el {{vencimiento}}. Su saldo es de {{saldo}}.\n\nSi ya la pagó, no haga caso de este aviso.\n\n{{ejecutivo}}\n{{empresa}}",
  },
];

const abouts = { quote: "quotes", order: "quotes", invoice: "invoices" } as const satisfies Partial<Record<MailKind, MailSubject>>;
const words = { quote: "la cotización", order: "el pedido", invoice: "la factura" };

function write({ tx, scope, random, example, by, tell }: Stage, accountId: number, { kind, fate }: Letter, now: number) {
  const paper = tx
    .select()
    .from(documents)
    .where(and(eq(documents.accountId, accountId), eq(documents.kind, kind), eq(documents.isCurrent, true), eq(documents.status, settled[kind])))
    .orderBy(desc(documents.id))
    .get();
  const [person] = recipientsFor(scope, accountId, abouts[kind]);
  if (!paper || !person) return;
  const subject = `${kind === "quote" ? "Su cotización" : kind === "order" ? "Su pedido" : "Factura"} ${paper.label}`;
  const text = `Buen día, ${person.name}:\n\nLe enviamos ${words[kind]} ${paper.label} del ${formatDate(paper.issuedOn)} por ${minorText(paper.totalMinor, paper.currency)}.\n\n${example.name}`;
  const about = { kind, id: paper.id, accountId };
  const to = [{ address: person.email, name: person.name, contactId: person.contactId }];
  const draft = {
    to,
    subject,
    text,
    about,
    attachments: [{ document: kind, id: paper.id, contentSha256: paperContent(tx, { kind, id: paper.id })! }],
    sentBy: paper.ownerId,
  };
  const mailId = enqueueMail(tx, draft, { now, uuid: random.uuid() });
  const { jobId } = tx.select({ jobId: mails.jobId }).from(mails).where(eq(mails.id, mailId)).get()!;
  const reason = "reason" in fate ? fate.reason : null;
  tx.update(outbox)
    .set({ state: fate.state, attempts: 1, lastError: reason, finishedAt: now + 2_000 })
    .where(eq(outbox.id, jobId))
    .run();
  const after = { mailId, mailSubject: subject, recipients: [person.email] };
  tell("mail.sent", { ...about, before: null, after }, by(paper.ownerId, now));
}

const settled = { quote: "sent", order: "confirmed", invoice: "issued" } as const;
