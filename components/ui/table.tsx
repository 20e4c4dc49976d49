import type { ReactNode } from "react";
import { type Direction, SortLink } from "./sort-link";
import { columnMarks } from "./table-marks";

export type Column = {
  key: string;
  label: string;
  /** `code` is a folio: soft and unbroken; `phone` is unbroken. */
  kind?: "text" | "soft" | "code" | "phone" | "number" | "money" | "date" | "state";
  sort?: { href: string; direction?: Direction };
  /** On the phone: the card's name, a line of its own, a line that starts with its label, the right of the line before, or nothing. */
  phone?: "title" | "line" | "label" | "end" | "skip";
};
export type Row = { key: string | number; cells: ReactNode[] };
/** `label` spans up to the first cell; the cells stand under the last columns. */
export type Totals = { key: string; label: string; cells: ReactNode[] };

type Props = { label: string; columns: Column[]; rows: Row[]; totals?: Totals[]; scrolls?: boolean };

/** A list. Rows carry no class: kinds are written once on the table, which keeps 50 rows cheap. */
export function Table({ label, columns, rows, totals, scrolls }: Props) {
  return (
    <div className={scrolls ? "table-wrap scrolls" : "table-wrap"} {...(scrolls && { tabIndex: 0, role: "region", "aria-label": label })}>
      <table className="table" aria-label={label} {...columnMarks(columns)}>
        <thead>
          <tr>{columns.map(head)}</tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, i) => (
                <td key={columns[i]!.key} data-label={columns[i]!.phone === "label" ? columns[i]!.label : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals && totals.length > 0 && <tfoot>{totals.map((total) => foot(total, columns))}</tfoot>}
      </table>
    </div>
  );
}

function head({ key, label, sort }: Column) {
  return (
    <th key={key} scope="col" aria-sort={sort?.direction && (sort.direction === "asc" ? "ascending" : "descending")}>
      {sort ? <SortLink {...sort} label={label} /> : label}
    </th>
  );
}

function foot({ key, label, cells }: Totals, columns: Column[]) {
  const lead = columns.length - cells.length;
  return (
    <tr key={key}>
      <th scope="row" colSpan={lead}>
        {label}
      </th>
      {cells.map((cell, i) => (
        <td key={columns[lead + i]!.key} data-label={cell ? columns[lead + i]!.label : undefined}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
