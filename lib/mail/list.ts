import { and, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { cursorAt, keyset, type Page, pageOf, type Reading } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { recordNames } from "@/lib/attachments/names";
import { filtersMark, writeCursor } from "@/lib/core/cursor";
import { addDays, toInstant } from "@/lib/core/dates";
import { isOneOf } from "@/lib/search/one-of";
import type { MailFilters } from "./filters";
import { accountNames, recipientsByMail } from "./names";
import { toldReason } from "./queries";
import { mailsNamed } from "./search";

export type MailRow = ReturnType<typeof listMails>["rows"][number];

/** One page of the mails about what the viewer may see, the latest first. `isCut` says that the text was looked for in some of the log only. */
export function listMails(scope: Scope, filters: MailFilters, { size }: Reading = {}) {
  const { mails, users } = scope;
  const { where, orderBy, limit } = keyset(filters, mails.id, mails.id, size);
  const { id, state, subject, aboutKind, aboutId, accountId, createdAt, reason, attempts, nextTryAt, endedAt } = mails;
  const among = conditions(scope, filters);
  const named = filters.q === "" ? undefined : mailsNamed(scope, filters, among, limit);
  const rows = scope
    .select({
      ...{ id, state, subject, aboutKind, aboutId, accountId, createdAt, reason, attempts, nextTryAt, endedAt },
      sortValue: sql<number>`${mails.id}`,
      senderName: sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${mails.sentBy})`,
    })
    .from(mails)
    .where(named ? isOneOf(mails.id, named.ids) : and(where, ...among))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  const page = pageOf(rows, filters, size);
  return {
    ...page,
    ...(page.rows.length === 0 && wayBack(filters)),
    ...named?.further,
    isCut: named?.further !== undefined,
    rows: withNames(scope, page.rows),
  };
}

/** So many are looked through for a text while somebody waits for their number alone: it may be inside a transaction. */
const mostCounted = 500;

/** How many mails match, exact to `cap` and `cap + 1` beyond; infinitely many when a text would have to be looked for in too many. */
export function countLog(scope: Scope, filters: MailFilters, cap = 1_000): number {
  const among = conditions(scope, filters);
  if (filters.q === "") return countAmong(scope, among, cap);
  if (countAmong(scope, among, mostCounted) > mostCounted) return Number.POSITIVE_INFINITY;
  const { ids } = mailsNamed(scope, { ...filters, cursor: undefined }, among, mostCounted);
  return Math.min(ids.length, cap + 1);
}

function countAmong(scope: Scope, among: (SQL | undefined)[], cap: number): number {
  const { mails } = scope;
  const capped = scope
    .select({ id: mails.id })
    .from(mails)
    .where(and(...among))
    .limit(cap + 1)
    .as("capped");
  return scope.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

function conditions(scope: Scope, { state, about, id, account, sender, from, until }: MailFilters): (SQL | undefined)[] {
  const { accounts, mails, viewer } = scope;
  const startOf = (day: string) => toInstant(`${day}T00:00`, viewer.zone).instant;
  return [
    state && eq(mails.state, state),
    about && id ? and(eq(mails.aboutKind, about), eq(mails.aboutId, id)) : undefined,
    account === undefined ? undefined : and(eq(mails.accountId, account), sql`exists (select 1 from ${accounts} where ${accounts.id} = ${account})`),
    sender === undefined ? undefined : sender === "system" ? isNull(mails.sentBy) : eq(mails.sentBy, sender),
    from === undefined ? undefined : gte(mails.createdAt, startOf(from)),
    until === undefined ? undefined : lt(mails.createdAt, startOf(addDays(until, 1))),
  ];
}

/** From a page that found nothing more, to what stands before it. */
function wayBack(filters: MailFilters): Pick<Page<never>, "next" | "previous"> {
  const { cursor } = filters;
  if (cursor === undefined || cursor.filters !== filtersMark(filters)) return {};
  const isFalling = filters.sort.startsWith("-") !== cursor.isBack;
  const id = isFalling ? Math.max(cursor.id - 1, 1) : cursor.id + 1;
  return { [cursor.isBack ? "next" : "previous"]: writeCursor(cursorAt(filters, { value: id, id, isBack: !cursor.isBack })) };
}

type Bare = { id: number; aboutKind: string; aboutId: number; accountId: number | null; reason: string | null };

/** What each is about, whom it went to and why it did not leave, as far as the viewer may know. */
function withNames<Row extends Bare>(scope: Scope, rows: Row[]) {
  const accounts = accountNames(
    scope,
    rows.flatMap(({ aboutKind, aboutId, accountId }) => [accountId ?? [], aboutKind === "account" ? aboutId : []].flat()),
  );
  const names = recordNames(
    scope,
    rows.map(({ aboutKind, aboutId }) => ({ recordKind: aboutKind, recordId: aboutId })),
  );
  const addressed = recipientsByMail(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    ...(addressed.get(row.id) ?? { recipients: [], isPartial: false }),
    reason: toldReason(scope, row.reason),
    accountName: row.accountId === null ? undefined : accounts.get(row.accountId),
    /** Undefined where the viewer does not see it, or it has no name. */
    aboutName: row.aboutKind === "account" ? accounts.get(row.aboutId) : names.get(`${row.aboutKind} ${row.aboutId}`),
  }));
}
