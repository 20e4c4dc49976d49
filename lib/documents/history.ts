import { and, desc, eq, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";

export type Happening = ReturnType<typeof historyOf>[number];

/** What was done to one document and by whom, newest first. */
export function historyOf(scope: Scope, kind: string, id: number, most = 50) {
  const { events, users } = scope;
  return scope
    .select({
      id: events.id,
      at: events.at,
      name: events.name,
      actorName: sql<
        string | null
      >`case when ${events.actorKind} = 'staff' then (select ${users.name} from ${users} where ${users.id} = ${events.actorId}) end`,
    })
    .from(events)
    .where(and(eq(events.subjectKind, kind), eq(events.subjectId, id)))
    .orderBy(desc(events.id))
    .limit(most)
    .all();
}
