import { and, eq, sql } from "drizzle-orm";
import { scopeAs } from "@/lib/access/list-scope";
import type { Scope, Seen } from "@/lib/access/scope";
import { probing } from "@/lib/access/viewer";
import { dayOfStart } from "./when";

type Filed = { id: number; accountId: number | null; prospectId: number | null };
export type Next = { subject: string; on: string };

/** The rows with what is planned first for the same prospect, or else for the same account: each by a seek of its own. */
export function withNext<Row extends Filed>(scope: Scope, rows: Row[]): (Row & { next?: Next })[] {
  const seen = scopeAs(scope, probing(scope.viewer));
  const first = ({ accountId, prospectId }: Row) => {
    if (prospectId !== null) return seen.prepared(nextOfProspect).get({ id: prospectId });
    return accountId === null ? undefined : seen.prepared(nextOfAccount).get({ id: accountId });
  };
  return rows.map((row) => {
    const next = first(row);
    return next && next.id !== row.id ? { ...row, next: { subject: next.subject, on: dayOfStart(next) } } : row;
  });
}

const nextOfProspect = (seen: Seen) => nextBy(seen, seen.activities.prospectId);
const nextOfAccount = (seen: Seen) => nextBy(seen, seen.activities.accountId);

function nextBy({ activities, select }: Seen, column: Seen["activities"]["accountId"] | Seen["activities"]["prospectId"]) {
  const { id, subject, isAllDay, startsAt, startsAtUtc, status } = activities;
  return select({ id, subject, isAllDay, startsAt, startsAtUtc })
    .from(activities)
    .where(and(eq(column, sql.placeholder("id")), sql`${status} = 'planned'`))
    .orderBy(startsAtUtc, id)
    .limit(1)
    .prepare();
}
