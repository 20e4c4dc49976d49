"use client";

import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { FieldNotes } from "./field-frame";
import { useForm } from "./form-context";
import { useField } from "./use-field";

type Row<Initial> = { prefix: string; initial: Initial | undefined; index: number; remove: ReactNode };
type Props<Initial> = {
  /** `lines` gives fields named `lines.0.description`. */
  name: string;
  initial: readonly Initial[];
  addLabel?: string;
  /** What a row is called, where a form has rows of two kinds. */
  rowLabel?: string;
  /** Draws one row. For use in client components: functions do not travel from the server. */
  row: (row: Row<Initial>) => ReactNode;
  /** What holds the rows: a table body, a list. Without it they stand one after the other. */
  frame?: (rows: ReactNode) => ReactNode;
};

/** Rows that come and go by submit buttons: the server adds or removes, and answers with every value. Needs no scripts. */
export function Rows<Initial>({ name, initial, addLabel, rowLabel, row, frame }: Props<Initial>) {
  const { state, words } = useForm();
  const count = state.status === "untouched" ? initial.length : rowCount(state.values, name);
  const { id, error } = useField({ name });
  const end = useFocusOnGrowth(`${name}.${count - 1}.`, count);

  const rows = Array.from({ length: count }, (_, index) => (
    <Fragment key={index}>
      {row({
        prefix: `${name}.${index}`,
        initial: initial[index],
        index,
        remove: <RemoveRow name={name} index={index} label={words.removeRow} row={rowLabel ?? words.row} />,
      })}
    </Fragment>
  ));
  return (
    <>
      {error && (
        <div id={id} tabIndex={-1}>
          <FieldNotes id={id} error={error} />
        </div>
      )}
      {frame ? frame(rows) : rows}
      <div className="bar" ref={end}>
        <button type="submit" className="button plain" name="_rows" value={`${name}.add`}>
          {addLabel ?? words.addRow}
        </button>
      </div>
    </>
  );
}

function RemoveRow({ name, index, label, row }: { name: string; index: number; label: string; row: string }) {
  return (
    <button type="submit" className="button quiet" name="_rows" value={`${name}.remove.${index}`} aria-label={`${label} ${row} ${index + 1}`}>
      {label}
    </button>
  );
}

/** Blank boxes are sent too, so the highest number seen says how many rows there are. */
export function rowCount(values: Record<string, string[]>, name: string) {
  const numbers = Object.keys(values).map((key) => (key.startsWith(`${name}.`) ? Number.parseInt(key.slice(name.length + 1), 10) : Number.NaN));
  return Math.max(-1, ...numbers.filter(Number.isInteger)) + 1;
}

/** A new row takes the focus; the hidden boxes of the row do not count. */
function useFocusOnGrowth(prefix: string, count: number) {
  const mark = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) firstField(mark.current, prefix)?.focus();
    before.current = count;
  }, [count, prefix]);
  return mark;
}

function firstField(mark: HTMLElement | null, prefix: string) {
  return mark?.closest("form")?.querySelector<HTMLElement>(`[name^="${prefix}"]:not([type="hidden"])`);
}
