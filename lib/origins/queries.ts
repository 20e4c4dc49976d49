import { eq, sql } from "drizzle-orm";
import { type Module, type OriginMeasure, originMeasures } from "@/db/vocabulary";
import { isOff } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";

export type Origin = ReturnType<typeof listOrigins>[number];

/** Every origin in the order the forms offer them; retired ones too, since records still hold them. */
export function listOrigins(scope: Scope) {
  const { origins } = scope;
  return scope.select().from(origins).orderBy(origins.position, origins.id).all();
}

export function findOrigin(scope: Scope, id: number) {
  const { origins } = scope;
  return scope.select().from(origins).where(eq(origins.id, id)).get();
}

/** Where it stands among them, counted from one. */
export function placeOfOrigin(scope: Scope, { id }: Pick<Origin, "id">): number {
  return listOrigins(scope).findIndex((origin) => origin.id === id) + 1;
}

/** Both ends of a merge; undefined unless both are there. */
export function findOriginPair(scope: Scope, { fromId, intoId }: { fromId: number; intoId: number }) {
  const [from, into] = [findOrigin(scope, fromId), findOrigin(scope, intoId)];
  return from && into ? { from, into } : undefined;
}

const moduleOf: Record<OriginMeasure, Module> = { accounts: "accounts", contacts: "contacts", prospects: "prospects", won: "prospects", invoiced: "invoices" };

/** What is counted beside each origin: nothing of a module that is switched off. */
export function measuresFor(viewer: Viewer): OriginMeasure[] {
  return originMeasures.filter((measure) => !isOff(viewer, moduleOf[measure]));
}

export type OriginFigures = { counts: Partial<Record<OriginMeasure, number>>; invoiced: { minor: number; currency: string }[] };

/** What came by each origin, of what belongs to those the viewer stands for. Kept as it happens: a handful of rows, however many records there are. */
export function figuresByOrigin(scope: Scope): Map<number, OriginFigures> {
  const { originTotals } = scope;
  const rows = scope
    .select({ originId: originTotals.originId, measure: originTotals.measure, currency: originTotals.currency, total: sql<number>`sum(${originTotals.total})` })
    .from(originTotals)
    .groupBy(originTotals.originId, originTotals.measure, originTotals.currency)
    .orderBy(originTotals.currency)
    .all()
    .filter(({ total }) => total !== 0);
  const byOrigin = Map.groupBy(rows, ({ originId }) => originId);
  return new Map([...byOrigin].map(([originId, own]) => [originId, figuresOf(own)]));
}

function figuresOf(rows: { measure: OriginMeasure; currency: string; total: number }[]): OriginFigures {
  return {
    counts: Object.fromEntries(rows.filter(({ measure }) => measure !== "invoiced").map(({ measure, total }) => [measure, total])),
    invoiced: rows.filter(({ measure }) => measure === "invoiced").map(({ total, currency }) => ({ minor: total, currency })),
  };
}
