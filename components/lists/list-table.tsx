import type { ReactNode } from "react";
import { Pager } from "@/components/ui/pager";
import { type Column, Table, type Totals } from "@/components/ui/table";
import { sortLink, withQuery } from "@/lib/core/links";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import { PickForm } from "./pick-form";

type Cells<Row> = Partial<Record<string, (row: Row) => ReactNode>>;

type Props<Row> = {
  list: string;
  path: string;
  label: string;
  columns: readonly ListColumn<Row>[];
  /** Cells that are more than their text. */
  cells: Cells<Row>;
  page: { rows: Row[]; next?: string; previous?: string };
  filters: { sort: string } & Record<string, unknown>;
  /** What each row is called, while rows are being picked. */
  pick?: (row: Row) => string;
  /** At the foot, for each currency: the label and the cells by the key of their column. */
  totals?: { key: string; label: string; cells: Record<string, string> }[];
  order?: ReactNode;
};

/** A page of a list: the columns shown, sorted by their heads, one row each. */
export function ListTable<Row extends { id: number }>({ list, path, label, columns, cells, page, filters, pick, totals, order }: Props<Row>) {
  const shown: Column[] = columns.map(({ key, label: head, kind, phone, sort, sortsAmong }) => ({
    ...{ key, label: head(), kind, phone },
    sort: sort === undefined ? undefined : sortLink(path, filters, sort, sortsAmong),
  }));
  const drawn = columns.map((column) => cells[column.key] ?? plainCell(column));
  const table = (
    <Table
      label={label}
      scrolls={columns.length > mostInSight}
      columns={pick ? [pickColumn(), ...shown] : shown}
      rows={page.rows.map((row) => ({ key: row.id, cells: [...(pick ? [box(row.id, pick(row))] : []), ...drawn.map((cell) => cell(row))] }))}
      totals={totals && totalRows(totals, shown)}
    />
  );
  return (
    <>
      {pick ? (
        <PickForm list={list} filters={filters}>
          {table}
        </PickForm>
      ) : (
        table
      )}
      <Pager
        previous={page.previous && withQuery(path, filters, { cursor: page.previous, pick: pick && 1 })}
        next={page.next && withQuery(path, filters, { cursor: page.next, pick: pick && 1 })}
      >
        {order}
      </Pager>
    </>
  );
}

const mostInSight = 9;

function plainCell<Row>({ kind, value }: ListColumn<Row>) {
  if (kind === "date") return (row: Row) => dateText(value(row));
  if (kind === "number") return (row: Row) => numberText(value(row));
  return value;
}

function dateText(date: string | null | undefined) {
  return date && formatDate(date);
}

function numberText(number: string | null | undefined) {
  return number && formatNumber(number);
}

function pickColumn(): Column {
  return { key: "pick", label: t("app.choose"), phone: "line" };
}

function box(id: number, name: string) {
  return (
    <label key="pick" className="option">
      <input type="checkbox" name="ids" value={id} aria-label={t("lists.pick", { name })} />
    </label>
  );
}

/** From the first column that has a total to the last; what stands before is the label's. */
function totalRows(totals: NonNullable<Props<never>["totals"]>, columns: Column[]): Totals[] {
  const summed = Object.keys(totals[0]?.cells ?? {});
  const first = columns.findIndex(({ key }) => summed.includes(key));
  if (first <= 0) return [];
  return totals.map(({ key, label, cells }) => ({ key, label, cells: columns.slice(first).map((column) => cells[column.key]) }));
}
