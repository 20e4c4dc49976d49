import { and, count, eq, isNotNull, sql } from "drizzle-orm";
import type { bulkOutcomes } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import type { BulkList } from "@/lib/lists/policy";
import { type Piece, pieceOf } from "./mixed";
import { goesOn, isMixed } from "./policy";

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
  return { ...bulk, list: bulk.list as BulkList, undoneBy, isLeft, ownerName: maker?.name, heldBy: formerHolder(scope, bulk) };
}

/** Whose everything it hands over, when that is what it does. */
function formerHolder(scope: Scope, bulk: { changes: Record<string, unknown> }): { id: number; name: string } | undefined {
  const { users } = scope;
  if (!isMixed(bulk)) return undefined;
  return scope
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(eq(users.id, Number(bulk.changes.from)))
    .get();
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

export type BulkProblem = { list: BulkList; id: number; name?: string; outcome: Outcome; reasons: string[] };

/** The first records that were refused or kept, with why; those one does not see without their name. */
export function bulkProblems(scope: Scope, bulk: Pick<Bulk, "id" | "list" | "changes">): BulkProblem[] {
  const { bulkRows } = scope;
  const rows = scope
    .select()
    .from(bulkRows)
    .where(and(eq(bulkRows.bulkId, bulk.id), sql`${bulkRows.outcome} in ('refused', 'kept')`))
    .orderBy(bulkRows.recordId)
    .limit(shownRows)
    .all();
  const pieces = rows.map((row) => ({ ...row, ...pieceOf(bulk, row.recordId) }));
  const names = new Map([...Map.groupBy(pieces, ({ list }) => list)].map(([list, some]) => [list, namesOf(scope, some)]));
  return pieces.map(({ list, id, outcome, reasons }) => ({ list, id, name: names.get(list)!.get(id), outcome: outcome!, reasons: reasons ?? [] }));
}

function namesOf(scope: Scope, pieces: Piece[]): Map<number, string> {
  return pieces[0]!.holder.names(
    scope,
    pieces.map(({ id }) => id),
  );
}
