import { eq } from "drizzle-orm";
import type { MailKind, MailState } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import type { Owned } from "@/lib/access/viewer";
import { balancesOfAccount, findAccount } from "@/lib/accounts/queries";
import { attachmentsOf } from "@/lib/attachments/queries";
import { findContact } from "@/lib/contacts/queries";
import { type MailSubject as Paper, type Recipient, recipientsFor } from "@/lib/contacts/recipients";
import { accountsOfContact } from "@/lib/contacts/relations";
import { fullName } from "@/lib/contacts/rules";
import { kinds } from "@/lib/documents/kinds";
import { type Document, findDocument } from "@/lib/documents/queries";
import { minorText } from "@/lib/i18n/balances";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { MailValues } from "@/lib/mail/fields";
import { canRetryMail } from "@/lib/mail/policy";
import { findMail, type Mail } from "@/lib/mail/queries";
import { isMailable, isPaperKind, mayGoAgain, type PaperKind } from "@/lib/mail/rules";
import { findProspect } from "@/lib/prospects/queries";

/** A record somebody writes a mail from: what it is called, who is proposed, what its fields say. */
export type MailSubject = {
  kind: MailKind;
  id: number;
  accountId: number | null;
  href: string;
  title: string;
  record: Owned;
  people: Recipient[];
  values: MailValues;
  /** The paper whose PDF can go along, and a quote that is a draft until then. */
  document?: Document;
  /** What hangs on the record and can go along. */
  files: { id: number; name: string; size: number }[];
};

type Bare = Omit<MailSubject, "files">;

/** Undefined when the viewer does not see it, or it is in no state to be sent. */
export function findMailSubject(scope: Scope, kind: MailKind, id: number): MailSubject | undefined {
  const subject = isPaperKind(kind) ? ofPaper(scope, kind, id) : finders[kind](scope, id);
  return subject && { ...subject, files: attachmentsOf(scope, { kind, id }) };
}

const finders = { account: ofAccount, contact: ofContact, prospect: ofProspect };

function ofAccount(scope: Scope, id: number): Bare | undefined {
  const account = findAccount(scope, id);
  if (!account) return undefined;
  const owed = balancesOfAccount(scope, id).filter(({ balanceMinor }) => balanceMinor > 0);
  const balance = owed.map(({ balanceMinor, currency }) => minorText(balanceMinor, currency)).join(" + ");
  return {
    ...{ kind: "account", id, accountId: id, href: `/accounts/${id}`, title: account.name, record: account },
    people: recipientsFor(scope, id, "collection"),
    values: { ...usual(scope, account.name), ...(balance && { balance }) },
  };
}

function ofContact(scope: Scope, id: number): Bare | undefined {
  const contact = findContact(scope, id);
  if (!contact) return undefined;
  const name = fullName(contact);
  const company = accountsOfContact(scope, id)[0];
  return {
    ...{ kind: "contact", id, accountId: company?.accountId ?? null, href: `/contacts/${id}`, title: name, record: contact },
    people: contact.email ? [{ contactId: id, name, role: null, email: contact.email }] : [],
    values: { ...usual(scope, company?.name ?? name), contact: name },
  };
}

function ofProspect(scope: Scope, id: number): Bare | undefined {
  const prospect = findProspect(scope, id);
  if (!prospect) return undefined;
  const { accountId, companyName, personName: name, email } = prospect;
  return {
    ...{ kind: "prospect", id, accountId, href: `/prospects/${id}`, title: companyName ?? name, record: prospect },
    people: email ? [{ contactId: null, name, role: null, email }] : [],
    values: { ...usual(scope, companyName ?? name), contact: name },
  };
}

const papers: Record<PaperKind, { path: string; about: Paper }> = {
  quote: { path: kinds.quote.path, about: "quotes" },
  order: { path: kinds.order.path, about: "quotes" },
  invoice: { path: kinds.invoice.path, about: "invoices" },
  receipt: { path: "/receipts", about: "collection" },
};

function ofPaper(scope: Scope, kind: PaperKind, id: number): Bare | undefined {
  const document = findDocument(scope, kind, id);
  if (!document || !isMailable(kind, document)) return undefined;
  const { accountId, customerName, label, currency, issuedOn, validUntil, dueOn, totalMinor, balanceMinor } = document;
  const people = recipientsFor(scope, accountId, papers[kind].about);
  const values = {
    ...usual(scope, customerName),
    ...{ number: label ?? "", date: formatDate(issuedOn), total: minorText(totalMinor, currency), balance: minorText(balanceMinor, currency) },
    ...(validUntil && { valid_until: formatDate(validUntil) }),
    ...(dueOn && { due_on: formatDate(dueOn) }),
  };
  const title = paperTitle(kind, label);
  return { kind, id, accountId, href: `${papers[kind].path}/${id}`, title, record: document, people, values, document };
}

function usual(scope: Scope, customer: string): MailValues {
  const { company, viewer } = scope;
  const { name } = scope.select({ name: company.name }).from(company).where(eq(company.id, 1)).get()!;
  return { customer, company: name, ...(viewer.kind === "staff" && { seller: viewer.name }) };
}

/** The mail with the record that decides who may send it again: undefined when it is not there for this viewer. */
export function findMailToRetry(scope: Scope, id: number) {
  const mail = findMail(scope, id);
  return mail && { ...mail, record: recordOf(scope, mail) };
}

/** Which of these mails the viewer may send again. */
export function retriable(scope: Scope, rows: { id: number; state: MailState; isPartial: boolean }[]): Set<number> {
  const left = rows.filter(({ state, isPartial }) => state === "failed" || state === "possibly_sent" || (state === "sent" && isPartial));
  const open = left.filter(({ id }) => {
    const mail = findMailToRetry(scope, id);
    return mail !== undefined && mayGoAgain(mail) && canRetryMail(scope.viewer, mail);
  });
  return new Set(open.map(({ id }) => id));
}

/** Where what a mail is about is read, as far as the viewer may. */
export function aboutOfMail(scope: Scope, { aboutKind, aboutId }: Pick<Mail, "aboutKind" | "aboutId">): { href: string; label: string } | undefined {
  if (aboutKind === "account") return found(findAccount(scope, aboutId), ({ name }) => ({ href: `/accounts/${aboutId}`, label: name }));
  if (aboutKind === "contact") return found(findContact(scope, aboutId), (contact) => ({ href: `/contacts/${aboutId}`, label: fullName(contact) }));
  if (aboutKind === "prospect")
    return found(findProspect(scope, aboutId), ({ companyName, personName }) => ({ href: `/prospects/${aboutId}`, label: companyName ?? personName }));
  if (!isPaperKind(aboutKind)) return undefined;
  return found(findDocument(scope, aboutKind, aboutId), ({ label }) => ({ href: `${papers[aboutKind].path}/${aboutId}`, label: paperTitle(aboutKind, label) }));
}

/** The viewer's own, for sending a test to. */
export function ownAddress({ viewer, users, select }: Scope): string {
  if (viewer.kind !== "staff") return "";
  return select({ email: users.email }).from(users).where(eq(users.id, viewer.userId)).get()?.email ?? "";
}

function recordOf(scope: Scope, { aboutKind, aboutId }: Pick<Mail, "aboutKind" | "aboutId">): Owned | undefined {
  if (aboutKind === "account") return findAccount(scope, aboutId);
  if (aboutKind === "contact") return findContact(scope, aboutId);
  if (aboutKind === "prospect") return findProspect(scope, aboutId);
  return isPaperKind(aboutKind) ? findDocument(scope, aboutKind, aboutId) : undefined;
}

function found<Row, Made>(row: Row | undefined, make: (row: Row) => Made): Made | undefined {
  return row === undefined ? undefined : make(row);
}

function paperTitle(kind: PaperKind, label: string | null): string {
  return `${t(`documents.kinds.${kind}.one`)} ${label ?? ""}`.trim();
}
