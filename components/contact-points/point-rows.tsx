"use client";

import { CheckboxField } from "@/components/forms/choice-fields";
import { Rows } from "@/components/forms/rows";
import { type Option, SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-fields";
import type { PointValues } from "@/lib/contact-points/values";

export type PointWords = { kind: string; value: string; main: string; add: string };

/** More telephones and mailboxes, a row each. */
export function PointRows({ initial, whats, words }: { initial: readonly PointValues[]; whats: Option[]; words: PointWords }) {
  return (
    <Rows
      name="points"
      initial={initial}
      addLabel={words.add}
      row={({ prefix, initial, remove }) => (
        <div className="row">
          <div className="grid">
            <SelectField name={`${prefix}.what`} label={words.kind} options={whats} initial={initial?.what ?? whats[0]?.value} />
            <TextField name={`${prefix}.value`} label={words.value} initial={initial?.value} autoCapitalize="none" autoComplete="off" spellCheck={false} />
            <CheckboxField name={`${prefix}.isMain`} label={words.main} />
          </div>
          <div className="row-end">{remove}</div>
        </div>
      )}
    />
  );
}
