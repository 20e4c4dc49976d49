import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { MailKind, MailTopic } from "@/db/vocabulary";
import { cursorAt, keyset, pageOf } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { filtersMark, writeCursor } from "@/lib/core/cursor";
import { isOneOf } from "@/lib/search/find";
import type { MailFilters } from "./filters";
import { canConfigureMail } from "./policy";
import { withoutServer } from "./reason";
import { mailsNamed } from "./search";

export type MailServer = NonNullable<ReturnType<typeof findMailServer>>;
export type MailTemplate = ReturnType<typeof listMailTemplates>[number];
export type MailRow = ReturnType<typeof listMails>["rows"][number];
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

/** One page of the mails about what the viewer may see, the latest first. `isCut` says that the text was looked for in some of the log only. */
export function listMails(scope: Scope, filters: MailFilters) {
  const { mails, users } = scope;
  const { where, orderBy, limit } = keyset(filters, mails.id, mails.id);
  const { id, state, subject, aboutKind, aboutId, createdAt, reason, nextTryAt, endedAt } = mails;
  const among = [filters.state && eq(mails.state, filters.state), aboutOne(scope, filters)];
  const named = filters.q === "" ? undefined : mailsNamed(scope, filters, among, limit);
  const rows = scope
    .select({
      ...{ id, state, subject, aboutKind, aboutId, createdAt, reason, nextTryAt, endedAt },
      sortValue: sql<number>`${mails.id}`,
      senderName: sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${mails.sentBy})`,
    })
    .from(mails)
    .where(named ? isOneOf(mails.id, named.ids) : and(where, ...among))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  const page = pageOf(rows, filters);
  const addressed = recipientsByMail(
    scope,
    page.rows.map(({ id }) => id),
  );
  return {
    ...page,
    ...(page.rows.length === 0 && wayBack(filters)),
    ...named?.further,
    isCut: named?.further !== undefined,
    rows: page.rows.map((row) => ({ ...row, reason: toldReason(scope, row.reason), ...(addressed.get(row.id) ?? { recipients: [], isPartial: false }) })),
  };
}

/** From a page that found nothing more, to what stands before it. */
function wayBack(filters: MailFilters): { next?: string; previous?: string } {
  const { cursor } = filters;
  if (cursor === undefined || cursor.filters !== filtersMark(filters)) return {};
  const id = cursor.isBack ? cursor.id + 1 : Math.max(cursor.id - 1, 1);
  return { [cursor.isBack ? "next" : "previous"]: writeCursor(cursorAt(filters, { value: id, id, isBack: !cursor.isBack })) };
}

/** The whole mail with whom it went to and what went along; undefined when it is not there for this viewer. */
export function findMail(scope: Scope, id: number | string) {
  const { mails, mailRecipients, mailAttachments, users } = scope;
  const key = Number(id);
  const mail = Number.isSafeInteger(key) ? scope.select().from(mails).where(eq(mails.id, key)).get() : undefined;
  if (!mail) return undefined;
  const sender = mail.sentBy === null ? undefined : scope.select({ name: users.name }).from(users).where(eq(users.id, mail.sentBy)).get();
  return {
    ...mail,
    reason: toldReason(scope, mail.reason),
    senderName: sender?.name ?? null,
    recipients: scope.select().from(mailRecipients).where(eq(mailRecipients.mailId, key)).orderBy(mailRecipients.id).all(),
    attachments: scope.select().from(mailAttachments).where(eq(mailAttachments.mailId, key)).orderBy(mailAttachments.id).all(),
  };
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

function toldReason({ viewer }: Scope, reason: string | null): string | null {
  return reason === null || viewer.kind === "system" || canConfigureMail(viewer) ? reason : withoutServer(reason);
}

function recipientsByMail(scope: Scope, ids: number[]) {
  const { mailId, name, address, refusal, id } = scope.mailRecipients;
  const rows = scope.select({ mailId, name, address, refusal }).from(scope.mailRecipients).where(inArray(mailId, ids)).orderBy(id).all();
  return new Map(
    [...Map.groupBy(rows, (row) => row.mailId)].map(([mail, some]) => [
      mail,
      { recipients: some.map((one) => one.name ?? one.address), isPartial: some.some((one) => one.refusal !== null) },
    ]),
  );
}

function aboutOne({ mails }: Scope, { about, id }: { about?: MailTopic; id?: number }) {
  return about && id ? and(eq(mails.aboutKind, about), eq(mails.aboutId, id)) : undefined;
}
