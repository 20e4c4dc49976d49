"use client";

import type { ReactNode } from "react";
import { FieldNotes } from "./field-frame";
import { useField } from "./use-field";

type Props = {
  legend: string;
  /** When the group itself can be wrong: its error stands under the legend. */
  name?: string;
  hint?: string;
  required?: boolean;
  /** A part of a long form, with a rule above and a large legend. */
  section?: boolean;
  children: ReactNode;
};

export function FieldGroup({ legend, name = "", hint, required, section, children }: Props) {
  const { id, error, mark, input } = useField({ name, hint, required });
  const own = name === "" ? undefined : error;
  return (
    <fieldset
      id={name ? id : undefined}
      tabIndex={name ? -1 : undefined}
      className={section ? "field-group section" : "field-group"}
      aria-invalid={own !== undefined || undefined}
      aria-describedby={name ? input["aria-describedby"] : undefined}
    >
      <legend>
        {legend}
        {mark && <span className="required">{mark}</span>}
      </legend>
      <FieldNotes id={id} hint={name ? hint : undefined} error={own} />
      {!name && hint && <span className="hint">{hint}</span>}
      {children}
    </fieldset>
  );
}
