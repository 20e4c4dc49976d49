import { and, eq, sql } from "drizzle-orm";
import type { ListName } from "@/db/vocabulary";
import type { Scope, Seen } from "@/lib/access/scope";
import { viewAddress } from "./address";
import { type ListColumn, shownColumns } from "./columns";
import { canChangeMany, canExport } from "./policy";

export type Tools = { list: ListName; address: string; views: View[]; mayExport: boolean; mayChange: boolean };

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
  return scope.prepared(columnsOfList).get({ list })?.columns;
}

/** The views of a list that this viewer may open, by name. */
export function viewsOf(scope: Scope, list: ListName): View[] {
  return scope.prepared(viewsOfList).all({ list });
}

/** What an address asks for; the bare one asks for what is usual in the viewer's role. */
export function askedOf(scope: Scope, list: ListName, query: Record<string, string | string[] | undefined>): typeof query {
  const isBare = Object.keys(query).every((name) => name === "aviso");
  const usual = isBare && scope.prepared(usualAddress).get({ list });
  return usual ? Object.fromEntries(new URLSearchParams(usual.address)) : query;
}

export type View = NonNullable<ReturnType<typeof findView>>;

export function findView(scope: Scope, id: number) {
  const { savedViews } = scope;
  return scope.select().from(savedViews).where(eq(savedViews.id, id)).get();
}

const columnsOfList = ({ listColumns, select }: Seen) =>
  select({ columns: listColumns.columns })
    .from(listColumns)
    .where(eq(listColumns.list, sql.placeholder("list")))
    .prepare();

const viewsOfList = ({ savedViews, select }: Seen) =>
  select()
    .from(savedViews)
    .where(eq(savedViews.list, sql.placeholder("list")))
    .orderBy(savedViews.name, savedViews.id)
    .prepare();

const usualAddress = ({ defaultViews, savedViews, select }: Seen) =>
  select({ address: savedViews.address })
    .from(defaultViews)
    .innerJoin(savedViews, eq(savedViews.id, defaultViews.viewId))
    .where(and(eq(defaultViews.list, sql.placeholder("list")), eq(savedViews.list, sql.placeholder("list"))))
    .prepare();

/** The groups one belongs to, to show a view to. */
export function ownGroupOptions(scope: Scope) {
  const { groups, groupMembers, viewer } = scope;
  const mine = viewer.kind === "staff" ? eq(groupMembers.userId, viewer.userId) : sql`0`;
  return scope
    .select({ value: groups.id, label: groups.name })
    .from(groups)
    .innerJoin(groupMembers, and(eq(groupMembers.groupId, groups.id), mine))
    .orderBy(groups.name)
    .all();
}

export function roleOptions(scope: Scope) {
  const { roles } = scope;
  return scope.select({ value: roles.id, label: roles.name }).from(roles).orderBy(roles.id).all();
}
