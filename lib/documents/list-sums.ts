import { and, type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { isCutShort } from "@/lib/search/find";
import { chipIs, conditions, type Documents } from "./conditions";
import type { Chip, DocumentFilters } from "./filters";
import { kinds, type SalesKind } from "./kinds";

/** How many rows are added up exactly; beyond it there is no sum, only that there are more. */
export const sumCap = 5000;

export type Sum = { currency: string; count: number; totalMinor: number; balanceMinor: number };
export type Sums = { sums: Sum[]; isCapped: boolean };

/** Count and amounts per currency of everything the filters find, and of what stands behind each chip that asks for attention. */
export function listSums(scope: Scope, kind: SalesKind, filters: DocumentFilters): { sums: Sums; chips: Map<Chip, Sums> } {
  const counted = kinds[kind].countedChips;
  const together = sumTogether(scope, kind, { ...filters, chip: undefined }, counted);
  const chips = together?.chips ?? new Map(counted.map((chip) => [chip, sumDocuments(scope, kind, { ...filters, chip })]));
  if (filters.chip === undefined) return { sums: together?.whole ?? more, chips };
  return { sums: chips.get(filters.chip) ?? sumDocuments(scope, kind, filters), chips };
}

/** Of everything the filters find. */
export function sumDocuments(scope: Scope, kind: SalesKind, filters: DocumentFilters): Sums {
  return sumTogether(scope, kind, filters, [])?.whole ?? more;
}

/** How many the filters find, exact to `cap` and `cap + 1` beyond. */
export function countDocuments(scope: Scope, kind: SalesKind, filters: DocumentFilters, cap: number): number {
  const documents = scope.documents(kind);
  const capped = scope
    .select({ id: documents.id })
    .from(documents)
    .where(and(...conditions(scope, documents, filters), chipIs(documents, filters.chip, scope.viewer.today)))
    .limit(cap + 1)
    .as("capped");
  return scope.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

const more: Sums = { sums: [], isCapped: true };

/** The set is read once, each row counted behind the chips it belongs to. Undefined when there is too much to add up. */
function sumTogether(scope: Scope, kind: SalesKind, filters: DocumentFilters, counted: readonly Chip[]) {
  if (isCutShort(scope, "account", filters.q, { isWhole: true }) || isSurelyMore(scope, kind, filters)) return undefined;
  const { today } = scope.viewer;
  const documents = scope.documents(kind);
  const { status, currency, totalMinor, balanceMinor, dueOn, validUntil } = documents;
  const found = scope
    .select({ status, currency, totalMinor, balanceMinor, dueOn, validUntil })
    .from(documents)
    .where(and(...conditions(scope, documents, filters), chipIs(documents, filters.chip, today)))
    .limit(sumCap + 1)
    .as("found");
  const rows = scope
    .select({
      currency: found.currency,
      whole: amountsOf(found),
      ...Object.fromEntries(counted.map((chip) => [chip, amountsOf(found, chipIs(found, chip, today))] as const)),
    })
    .from(found)
    .groupBy(found.currency)
    .all() as ({ currency: string; whole: Amounts } & Partial<Record<Chip, Amounts>>)[];
  if (rows.reduce((sum, { whole }) => sum + whole.count, 0) > sumCap) return undefined;

  const sumsBy = (part: Chip | "whole"): Sums => ({
    sums: rows.map((row) => ({ currency: row.currency, ...row[part]! })).filter(({ count }) => count > 0),
    isCapped: false,
  });
  return { whole: sumsBy("whole"), chips: new Map(counted.map((chip) => [chip, sumsBy(chip)])) };
}

/** What the viewer sees by its owner alone may be too much already: an index answers that without a row or a probe. */
function isSurelyMore(scope: Scope, kind: SalesKind, filters: DocumentFilters): boolean {
  const documents = scope.ownDocuments(kind);
  const beyond = scope
    .select({ one: sql<number>`1` })
    .from(documents)
    .where(and(...conditions(scope, documents, filters), chipIs(documents, filters.chip, scope.viewer.today)))
    .limit(1)
    .offset(sumCap);
  return beyond.get() !== undefined;
}

type Amounts = Omit<Sum, "currency">;

function amountsOf({ totalMinor, balanceMinor }: Pick<Documents, "totalMinor" | "balanceMinor">, condition: SQL = sql`1`) {
  return {
    count: sql<number>`count(*) filter (where ${condition})`,
    totalMinor: sql<number>`coalesce(sum(${totalMinor}) filter (where ${condition}), 0)`,
    balanceMinor: sql<number>`coalesce(sum(${balanceMinor}) filter (where ${condition}), 0)`,
  };
}
