import { and, count, eq, inArray } from "drizzle-orm";
import { keyset, pageOf } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import type { EntryFilters } from "./filters";

export type WebForm = ReturnType<typeof listWebForms>[number];
export type EntryPage = ReturnType<typeof listEntries>;
export type Entry = EntryPage["rows"][number];

/** Retired ones too, since prospects came by them. */
export function listWebForms(scope: Scope) {
  const { webForms } = scope;
  return scope.select().from(webForms).orderBy(webForms.name, webForms.id).all();
}

export function findWebForm(scope: Scope, id: number | string) {
  const key = Number(id);
  return Number.isSafeInteger(key) ? listWebForms(scope).find((form) => form.id === key) : undefined;
}

/** What waits to be looked at, or was discarded, the newest first. */
export function listEntries(scope: Scope, filters: EntryFilters) {
  const { webFormEntries: entries, webForms } = scope;
  const { id, state, reasons, said, came, receivedAt } = entries;
  const { where, orderBy, limit } = keyset(filters, id, id);
  const rows = scope
    .select({ id, sortValue: id, state, reasons, said, came, receivedAt, form: webForms.name })
    .from(entries)
    .innerJoin(webForms, eq(webForms.id, entries.formId))
    .where(and(eq(state, filters.state), where))
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return pageOf(rows, filters);
}

/** Those of them that nobody took yet. */
export function findEntries(scope: Scope, ids: number[]) {
  const { webFormEntries: entries } = scope;
  return scope
    .select()
    .from(entries)
    .where(and(inArray(entries.id, ids), inArray(entries.state, ["waiting", "discarded"])))
    .orderBy(entries.id)
    .all();
}

/** How many wait, up to a hundred. */
export function countWaiting(scope: Scope): number {
  const { webFormEntries: entries } = scope;
  const waiting = scope.select({ id: entries.id }).from(entries).where(eq(entries.state, "waiting")).limit(100).as("waiting");
  return scope.select({ count: count() }).from(waiting).get()!.count;
}
