import { and, eq } from "drizzle-orm";
import type { Audience, ListName } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";
import { viewAddress } from "./address";
import { type ListColumn, shownColumns } from "./columns";
import { canChangeMany, canExport } from "./policy";

export type SavedView = { id: number; name: string; address: string; audience: Audience };
export type Tools = { list: ListName; address: string; views: SavedView[]; mayExport: boolean; mayChange: boolean };

/** What a list's page needs beside its rows: which columns are shown, the views above it, and what may be done with it. */
export function listFrame<Column extends ListColumn<never>>(
  scope: Scope,
  list: ListName,
  filters: Record<string, unknown> & { columns?: string },
  columns: readonly Column[],
): { shown: Column[]; tools: Tools } {
  const { viewer } = scope;
  const chosen = filters.columns === undefined ? chosenColumns(scope, list) : undefined;
  return {
    shown: shownColumns(columns, viewer, filters.columns, chosen),
    tools: { list, address: viewAddress(filters), views: viewsOf(scope, list), mayExport: canExport(viewer, list), mayChange: canChangeMany(viewer, list) },
  };
}

/** The columns this viewer once chose for a list; undefined when they never did. */
export function chosenColumns(scope: Scope, list: ListName): string[] | undefined {
  const { listColumns } = scope;
  return scope.select({ columns: listColumns.columns }).from(listColumns).where(eq(listColumns.list, list)).get()?.columns;
}

/** The views of a list that this viewer may open, by name. */
export function viewsOf(scope: Scope, list: ListName): SavedView[] {
  const { savedViews } = scope;
  const { id, name, address, audience } = savedViews;
  return scope.select({ id, name, address, audience }).from(savedViews).where(eq(savedViews.list, list)).orderBy(name, id).all();
}

/** What an address asks for; the bare one asks for what is usual in the viewer's role. */
export function askedOf(scope: Scope, list: ListName, query: Record<string, string | string[] | undefined>): typeof query {
  const isBare = Object.keys(query).every((name) => name === "aviso");
  const { defaultViews, savedViews } = scope;
  const usual =
    isBare &&
    scope
      .select({ address: savedViews.address })
      .from(defaultViews)
      .innerJoin(savedViews, eq(savedViews.id, defaultViews.viewId))
      .where(and(eq(defaultViews.list, list), eq(savedViews.list, list)))
      .get();
  return usual ? Object.fromEntries(new URLSearchParams(usual.address)) : query;
}
