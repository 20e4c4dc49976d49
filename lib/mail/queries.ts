import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { MailKind } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import { canConfigureMail } from "./policy";
import { withoutServer } from "./reason";

export type MailServer = NonNullable<ReturnType<typeof findMailServer>>;
export type MailTemplate = ReturnType<typeof listMailTemplates>[number];
export type Mail = NonNullable<ReturnType<typeof findMail>>;

/** Undefined until somebody set it. */
export function findMailServer(scope: Scope) {
  return scope.select().from(scope.mailServer).get();
}

export function listMailTemplates(scope: Scope) {
  const { mailTemplates } = scope;
  return scope.select().from(mailTemplates).orderBy(mailTemplates.kind, mailTemplates.locale, desc(mailTemplates.isDefault), mailTemplates.name).all();
}

export function findMailTemplate(scope: Scope, id: number | string | null) {
  const { mailTemplates } = scope;
  return Number.isSafeInteger(Number(id))
    ? scope
        .select()
        .from(mailTemplates)
        .where(eq(mailTemplates.id, Number(id)))
        .get()
    : undefined;
}

/** Those a kind of record may start from, in the viewer's language first. */
export function templatesFor(scope: Scope, kind: MailKind, locale: string) {
  const all = listMailTemplates(scope).filter((one) => one.kind === kind && one.isActive);
  return [...all.filter((one) => one.locale === locale), ...all.filter((one) => one.locale !== locale)];
}

/** The whole mail with whom it went to and what went along; undefined when it is not there for this viewer. */
export function findMail(scope: Scope, id: number | string) {
  const { mails, mailRecipients, users } = scope;
  const key = Number(id);
  const mail = Number.isSafeInteger(key) ? scope.select().from(mails).where(eq(mails.id, key)).get() : undefined;
  if (!mail) return undefined;
  const sender = mail.sentBy === null ? undefined : scope.select({ name: users.name }).from(users).where(eq(users.id, mail.sentBy)).get();
  return {
    ...mail,
    reason: toldReason(scope, mail.reason),
    senderName: sender?.name ?? null,
    recipients: scope.select().from(mailRecipients).where(eq(mailRecipients.mailId, key)).orderBy(mailRecipients.id).all(),
    attachments: mailedOf(scope, key),
  };
}

export type ToldMail = ReturnType<typeof mailsAbout>[number];

/** What was mailed about one record, the latest first. */
export function mailsAbout(scope: Scope, about: { kind: MailKind; id: number }, limit = 100) {
  const { mails, mailRecipients, users } = scope;
  const { id, subject, state, createdAt } = mails;
  return scope
    .select({
      ...{ id, subject, state, createdAt },
      senderName: sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${mails.sentBy})`,
      isPartial:
        sql<boolean>`exists (select 1 from ${mailRecipients} where ${mailRecipients.mailId} = ${mails.id} and ${mailRecipients.refusal} is not null)`.mapWith(
          Boolean,
        ),
    })
    .from(mails)
    .where(and(eq(mails.aboutKind, about.kind), eq(mails.aboutId, about.id)))
    .orderBy(desc(mails.id))
    .limit(limit)
    .all();
}

export type Mailed = ReturnType<typeof mailedOf>[number];

/** What went along: of a kept file its size, of a paper not kept yet whether the viewer sees it. */
function mailedOf(scope: Scope, mailId: number) {
  const { anyDocuments, mailAttachments, mailFiles } = scope;
  const { id, name, documentKind, documentId } = mailAttachments;
  return scope
    .select({
      ...{ id, name, documentKind },
      fileName: sql<string | null>`(select ${mailFiles.name} from ${mailFiles} where ${mailFiles.id} = ${mailAttachments.fileId})`,
      size: sql<number | null>`(select ${mailFiles.size} from ${mailFiles} where ${mailFiles.id} = ${mailAttachments.fileId})`,
      seesPaper: sql<boolean>`exists (select 1 from ${anyDocuments} where ${anyDocuments.id} = ${documentId})`.mapWith(Boolean),
    })
    .from(mailAttachments)
    .where(eq(mailAttachments.mailId, mailId))
    .orderBy(id)
    .all();
}

/** One thing that went along with a mail, with its bytes where they were kept; undefined when it is not there for this viewer. */
export function findMailed({ mailAttachments, mailFiles, select }: Scope, id: number | string) {
  const key = Number(id);
  const found = Number.isSafeInteger(key) ? select().from(mailAttachments).where(eq(mailAttachments.id, key)).get() : undefined;
  return found && { ...found, file: found.fileId === null ? undefined : select().from(mailFiles).where(eq(mailFiles.id, found.fileId)).get() };
}

export type MailDraftRow = NonNullable<ReturnType<typeof findDraft>>;

/** What this viewer had typed of a mail about this record; undefined when there is no such thing of theirs. */
export function findDraft(scope: Scope, about: { kind: string; id: number }, draftId: number | string | null | undefined) {
  const { mailDrafts } = scope;
  const key = Number(draftId ?? 0);
  const draft = Number.isSafeInteger(key) ? scope.select().from(mailDrafts).where(eq(mailDrafts.id, key)).get() : undefined;
  return draft?.typed.about?.[0] === about.kind && draft.typed.id?.[0] === String(about.id) ? draft : undefined;
}

/** How many mails of these states the viewer may see, at most 1,000 of each. */
export function countMails(scope: Scope, states: readonly ("failed" | "possibly_sent")[]): Record<string, number> {
  const { mails } = scope;
  return Object.fromEntries(
    states.map((state) => {
      const some = scope
        .select({ id: mails.id })
        .from(mails)
        .where(inArray(mails.state, [state]))
        .limit(1_000)
        .as("some");
      return [state, scope.select({ count: sql<number>`count(*)` }).from(some).get()?.count ?? 0];
    }),
  );
}

/** Why it did not leave, as this viewer may read it. */
export function toldReason({ viewer }: Scope, reason: string | null): string | null {
  return reason === null || viewer.kind === "system" || canConfigureMail(viewer) ? reason : withoutServer(reason);
}
