import { inArray } from "drizzle-orm";
import { keyset, type Page, pageOf } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { accountsIn, type Subject, subjectsOf } from "@/lib/events/subjects";
import type { NoticeFilters } from "./filters";

export type NoticeRow = ReturnType<typeof rowsOf>[number] & { actor?: string; subject?: Subject; account?: Subject };

/** A colleague's notices, the newest first, about what they may see of it now. */
export function listNotices(scope: Scope, filters: NoticeFilters): Page<NoticeRow> {
  const page = pageOf(rowsOf(scope, filters), filters);
  const subjects = subjectsOf(
    scope,
    page.rows.map(({ subjectKind, subjectId }) => ({ subjectKind: subjectKind ?? "", subjectId })),
  );
  const accounts = accountsIn(scope, [
    ...page.rows.map(({ subjectKind, subjectId }) => (subjectKind === "account" ? subjectId : null)),
    ...[...subjects.values()].map(({ activity }) => activity?.accountId ?? null),
  ]);
  const actors = actorsOf(scope, page.rows);
  const rows = page.rows.map((row) => {
    const subject = row.subjectKind === "account" ? accounts.get(row.subjectId ?? 0) : subjects.get(`${row.subjectKind} ${row.subjectId}`);
    return { ...row, actor: actors.get(row.actorId ?? 0), subject, account: accounts.get(subject?.activity?.accountId ?? 0) };
  });
  return { ...page, rows };
}

function rowsOf(scope: Scope, filters: NoticeFilters) {
  const { notices } = scope;
  const { id, kind, actorId, subjectKind, subjectId, href, said, createdAt, readAt } = notices;
  const { where, orderBy, limit } = keyset(filters, id, id);
  return scope
    .select({ id, sortValue: id, kind, actorId, subjectKind, subjectId, href, said, createdAt, readAt })
    .from(notices)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit)
    .all();
}

function actorsOf({ users, select }: Scope, rows: { actorId: number | null }[]): Map<number, string> {
  const ids = [...new Set(rows.map(({ actorId }) => actorId))].filter((id) => id !== null);
  const found = select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids)).all();
  return new Map(found.map(({ id, name }) => [id, name]));
}
