import { eq, inArray, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Values } from "./record";
import { accountsIn, isNamed, type Subject, subjectsOf } from "./subjects";

export type ToldEvent = {
  id: number;
  at: number;
  name: string;
  actorKind: "staff" | "customer" | "system";
  actorId: number | null;
  actorName: string | null;
  /** By what it was done: `web` is by hand. */
  source: string;
  subjectKind: string;
  subjectId: number | null;
  before: Values | null;
  after: Values | null;
  subject?: Subject;
  /** It was about something that has a name, which the viewer does not see, or no longer. */
  isOutOfSight: boolean;
  account?: Subject;
  /** The change of many records it was part of, for who may see that. */
  bulkId: number | null;
};

/** Events with who did them, what they were done to and the values before and after. */
export function eventsByKey(scope: Scope, ids: number[]): Map<number, ToldEvent> {
  const { bulks, events, eventPayloads } = scope;
  const { id, at, name, actorKind, actorId, source, subjectKind, subjectId, accountId } = events;
  const rows = scope
    .select({
      ...{ id, at, name, actorKind, actorId, source, subjectKind, subjectId, accountId },
      ...{ before: eventPayloads.before, after: eventPayloads.after },
      bulkId: sql<number | null>`case when ${events.source} = 'bulk' then (select ${bulks.id} from ${bulks} where ${bulks.batchId} = ${events.batchId}) end`,
    })
    .from(events)
    .leftJoin(eventPayloads, eq(eventPayloads.eventId, events.id))
    .where(inArray(events.id, ids))
    .all();
  const names = actorNames(
    scope,
    rows.flatMap(({ actorKind, actorId }) => (actorKind === "staff" && actorId !== null ? [actorId] : [])),
  );
  const subjects = subjectsOf(scope, rows);
  const accounts = accountsIn(
    scope,
    rows.map(({ accountId }) => accountId),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        isOutOfSight: isNamed(row.subjectKind) && !subjects.has(`${row.subjectKind} ${row.subjectId}`),
        actorName: (row.actorKind === "staff" && row.actorId !== null && names.get(row.actorId)) || null,
        account: row.accountId === null ? undefined : accounts.get(row.accountId),
        subject: subjects.get(`${row.subjectKind} ${row.subjectId}`),
      },
    ]),
  );
}

function actorNames(scope: Scope, ids: number[]): Map<number, string> {
  const { users } = scope;
  const rows = scope.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids)).all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
