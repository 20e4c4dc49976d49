import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Cursor, filtersMark, writeCursor } from "@/lib/core/cursor";

export const pageSize = 50;

/** How a list is read where it is no page: which columns beyond the usual, how many rows at once, and whether all that its text finds is wanted. */
export type Reading = { keys?: readonly string[]; size?: number; isWhole?: boolean };

export type Page<Row> = { rows: Row[]; next?: string; previous?: string };
type Filters = { cursor?: Cursor; sort: string };
type Sorted = { id: number; sortValue: string | number };

/** Walks a list's own index from where the last page ended. `column` is what `filters.sort` names; a leading `-` turns it round. */
export function keyset(filters: Filters, column: SQLWrapper, id: SQLWrapper, size = pageSize) {
  const from = fitting(filters);
  const isDescending = filters.sort.startsWith("-") !== (from?.isBack ?? false);
  return { where: from && beyond(column, id, from, isDescending), orderBy: orderOf(column, id, isDescending), limit: size + 1, isDescending };
}

/** The page of the rows a keyset query brought: one more than fits says that there are others. */
export function pageOf<Row extends Sorted>(found: Row[], filters: Filters, size = pageSize): Page<Row> {
  const from = fitting(filters);
  const hasMore = found.length > size;
  const rows = found.slice(0, size);
  if (from?.isBack) rows.reverse();
  const mark = filtersMark(filters);
  const at = (row: Row | undefined, isBack: boolean) => row && writeCursor({ value: row.sortValue, id: row.id, isBack, filters: mark });
  return {
    rows,
    next: hasMore || from?.isBack ? at(rows.at(-1), false) : undefined,
    previous: (from && !from.isBack) || (from?.isBack && hasMore) ? at(rows[0], true) : undefined,
  };
}

/** The first page when nothing follows it: it is the whole list, and need not be counted. */
export function wholeOf<Row>(page: Page<Row>, filters: Pick<Filters, "cursor">): Row[] | undefined {
  return filters.cursor === undefined && page.next === undefined ? page.rows : undefined;
}

/** A place in a list, as its own cursors name it. */
export function cursorAt(filters: Filters, { value, id, isBack }: Omit<Cursor, "filters">): Cursor {
  return { value, id, isBack, filters: filtersMark(filters) };
}

function fitting(filters: Filters): Cursor | undefined {
  return filters.cursor?.filters === filtersMark(filters) ? filters.cursor : undefined;
}

/** Sort columns are kept and never null, so one comparison of pairs seeks the index. */
function beyond(column: SQLWrapper, id: SQLWrapper, { value, id: last }: Cursor, isDescending: boolean): SQL {
  return isDescending ? sql`(${column}, ${id}) < (${value}, ${last})` : sql`(${column}, ${id}) > (${value}, ${last})`;
}

function orderOf(column: SQLWrapper, id: SQLWrapper, isDescending: boolean): SQL[] {
  return isDescending ? [sql`${column} desc`, sql`${id} desc`] : [sql`${column} asc`, sql`${id} asc`];
}
