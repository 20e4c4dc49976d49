"use client";

import { useValues } from "@/components/forms/use-field";
import type { TaxRow } from "@/lib/documents/calculate";
import type { LineWords } from "./line-words";

type Props = { name: string; taxes: readonly TaxRow[]; initial: readonly string[]; shown: readonly string[]; words: LineWords };

/** Folded, since nearly every line bears the same; the fold says which. */
export function LineTaxes({ name, taxes, initial, shown, words }: Props) {
  const chosen = useValues(name, initial);
  const names = taxes.filter(({ code }) => shown.includes(code)).map((tax) => tax.name);
  return (
    <details className="line-taxes">
      <summary>{names.join(", ") || words.noTax}</summary>
      <fieldset>
        <legend className="visually-hidden">{words.tax}</legend>
        {taxes.map(({ code, name: label }) => {
          const isChosen = chosen.includes(code);
          return (
            <label key={`${code} ${isChosen}`} className="option">
              <input type="checkbox" name={name} value={code} defaultChecked={isChosen} />
              <span>{label}</span>
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}
