"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { useForm } from "@/components/forms/form-context";
import { Rows } from "@/components/forms/rows";
import { NumberField } from "@/components/forms/text-fields";
import type { DecimalFormat } from "@/lib/core/decimal";
import type { Reckoning } from "@/lib/documents/calculate";
import { reckonTyped } from "@/lib/documents/typed";
import type { LineValues } from "@/lib/documents/values";
import type { FormState } from "@/lib/web/form-state";
import { typedIn, valuesOf } from "./form-values";
import { LineRow } from "./line-row";
import type { LineWords } from "./line-words";
import { LiveTotals } from "./live-totals";

type Props = { initial: LineValues[]; discount: string; picksItems: boolean; reckoning: Reckoning; format: DecimalFormat; words: LineWords };

/** The lines of a document and its sums. Without scripts the server adds up on «Calcular»; with them the same function does so while one types. */
export function LineRows({ initial, discount, picksItems, reckoning, format, words }: Props) {
  const { state } = useForm();
  const host = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<{ state: FormState; values: FormState["values"] }>();
  const stored = state.status === "untouched" ? valuesOf(initial, discount) : state.values;
  const values = live?.state === state ? live.values : stored;
  const { amounts, sums } = reckonTyped(values, reckoning, format);
  const reckon = () => setLive({ state, values: typedIn(host.current!.closest("form")!) });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its fields say.
    <div ref={host} onInput={reckon} onKeyDown={(event) => moveOn(event, host.current!)}>
      <Rows
        name="lines"
        initial={initial}
        addLabel={words.add}
        frame={(rows) => <Frame words={words}>{rows}</Frame>}
        row={({ prefix, initial: line, index, remove }) => (
          <LineRow
            prefix={prefix}
            initial={line}
            picksItems={picksItems}
            taxes={reckoning.taxes}
            words={words}
            amount={amounts.get(index)}
            chosenTaxes={values[`${prefix}.taxes`] ?? []}
            currency={reckoning.currency}
            format={format}
            remove={remove}
            onFilled={reckon}
          />
        )}
      />
      <div className="sums">
        <button type="submit" className="button plain" name="_assist" value="calculate">
          {words.calculate}
        </button>
        <NumberField name="discount" label={words.documentDiscount} initial={discount} unit="%" />
        <LiveTotals sums={sums} reckoning={reckoning} format={format} words={words} />
      </div>
    </div>
  );
}

function Frame({ words, children }: { words: LineWords; children: React.ReactNode }) {
  return (
    <table className="table lines" aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.description}</th>
          <th scope="col">{words.quantity}</th>
          <th scope="col">{words.unit}</th>
          <th scope="col">{words.price}</th>
          <th scope="col">{words.discount}</th>
          <th scope="col">{words.tax}</th>
          <th scope="col" className="number">
            {words.amount}
          </th>
          <th scope="col">
            <span className="visually-hidden">{words.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** Enter goes to the same box of the next row, and from the last row makes a new one. A list that is open takes it for itself. */
function moveOn(event: KeyboardEvent, host: HTMLElement) {
  const field = event.target;
  if (event.key !== "Enter" || event.defaultPrevented || !(field instanceof HTMLInputElement)) return;
  const [, row, rest] = /^lines\.(\d+)\.(.+)$/.exec(field.name) ?? [];
  if (row === undefined) return;
  event.preventDefault();
  const below = host.querySelector<HTMLInputElement>(`[name="lines.${Number(row) + 1}.${rest}"]`);
  if (below) below.focus();
  else host.querySelector<HTMLButtonElement>('[name="_rows"][value="lines.add"]')?.click();
}
