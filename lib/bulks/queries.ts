import { and, count, eq, isNotNull, sql } from "drizzle-orm";
import type { bulkOutcomes } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import type { BulkList } from "@/lib/lists/policy";
import { goesOn } from "./policy";
import { targets } from "./targets";

type Outcome = (typeof bulkOutcomes)[number];
const shownRows = 50;

export type Bulk = NonNullable<ReturnType<typeof findBulk>>;

/** A change of many records with how far it is, what took it back unless that failed, and whether some of it is still to take back;
 *  undefined when it is not this viewer's. */
export function findBulk(scope: Scope, id: number | string) {
  const { bulks, users } = scope;
  const key = Number(id);
  const bulk = Number.isSafeInteger(key) ? scope.select().from(bulks).where(eq(bulks.id, key)).get() : undefined;
  if (!bulk) return undefined;
  const undo = scope.select({ id: bulks.id, state: bulks.state }).from(bulks).where(eq(bulks.undoes, bulk.id)).get();
  const isLeft = !undo || goesOn({ ...undo, refused: countBulk(scope, undo).refused });
  const undoneBy = undo?.state === "failed" ? undefined : undo?.id;
  const maker = scope.select({ name: users.name }).from(users).where(eq(users.id, bulk.ownerId)).get();
  return { ...bulk, list: bulk.list as BulkList, undoneBy, isLeft, ownerName: maker?.name };
}

/** How many records came out how. */
export function countBulk(scope: Scope, { id }: { id: number }): Record<Outcome, number> {
  const { bulkRows } = scope;
  const rows = scope
    .select({ outcome: bulkRows.outcome, rows: count() })
    .from(bulkRows)
    .where(and(eq(bulkRows.bulkId, id), isNotNull(bulkRows.outcome)))
    .groupBy(bulkRows.outcome)
    .all();
  const of = (outcome: Outcome) => rows.find((row) => row.outcome === outcome)?.rows ?? 0;
  return { changed: of("changed"), unchanged: of("unchanged"), refused: of("refused"), kept: of("kept") };
}

export type BulkProblem = { id: number; name?: string; outcome: Outcome; reasons: string[] };

/** The first records that were refused or kept, with why; those one does not see without their name. */
export function bulkProblems(scope: Scope, { id, list }: Pick<Bulk, "id" | "list">): BulkProblem[] {
  const { bulkRows } = scope;
  const rows = scope
    .select()
    .from(bulkRows)
    .where(and(eq(bulkRows.bulkId, id), sql`${bulkRows.outcome} in ('refused', 'kept')`))
    .orderBy(bulkRows.recordId)
    .limit(shownRows)
    .all();
  const names = targets[list].names(
    scope,
    rows.map(({ recordId }) => recordId),
  );
  return rows.map(({ recordId, outcome, reasons }) => ({ id: recordId, name: names.get(recordId), outcome: outcome!, reasons: reasons ?? [] }));
}
