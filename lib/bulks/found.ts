import { and, type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { t } from "@/lib/i18n/words";

type Listed = Scope["accounts"] | Scope["contacts"] | Scope["prospects"] | Scope["activities"] | Scope["catalogItems"] | ReturnType<Scope["documents"]>;

/** The next identifiers of what the conditions find, in their order. */
export function idsOf(scope: Scope, relation: Listed, conditions: (SQL | undefined)[], after: number, size: number): number[] {
  return scope
    .select({ id: relation.id })
    .from(relation as Scope["accounts"])
    .where(and(sql`${relation.id} > ${after}`, ...conditions))
    .orderBy(sql`${relation.id}`)
    .limit(size)
    .all()
    .map(({ id }) => id as number);
}

export function named(rows: { id: number; name: string | null }[]): Map<number, string> {
  return new Map(rows.map(({ id, name }) => [id, name ?? t("events.draft")]));
}
