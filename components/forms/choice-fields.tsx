"use client";

import type { Color } from "@/db/vocabulary";
import { FieldNotes } from "./field-frame";
import { FieldGroup } from "./field-group";
import { type Frame, type Initial, useField, useValues } from "./use-field";

type One = Omit<Frame, "required"> & { label: string; initial?: boolean; value?: string };

export function CheckboxField({ name, label, hint, initial = false, value = "on" }: One) {
  const { id, error, input } = useField({ name, hint });
  const isChecked = useValues(name, initial ? [value] : []).includes(value);
  return (
    <div className="field">
      <FieldNotes id={id} error={error} />
      <label className="option">
        <input key={String(isChecked)} {...input} type="checkbox" value={value} defaultChecked={isChecked} />
        <span>
          {label}
          {hint && <small id={`${id}-hint`}>{hint}</small>}
        </span>
      </label>
    </div>
  );
}

export type Choice = { value: string | number; label: string; hint?: string; color?: Color };
type Several = Frame & { label: string; options: readonly Choice[]; stacked?: boolean; swatches?: boolean };

export function ChecksField({ initial = [], ...props }: Several & { initial?: readonly (string | number)[] }) {
  const chosen = useValues(props.name, initial.map(String));
  return <Choices {...props} type="checkbox" chosen={chosen} />;
}

export function RadioField({ initial, ...props }: Several & { initial?: Initial }) {
  const { value } = useField(props, initial);
  return <Choices {...props} type="radio" chosen={[value]} />;
}

function Choices({
  name,
  label,
  options,
  stacked,
  swatches,
  hint,
  required,
  type,
  chosen,
}: Several & { type: "radio" | "checkbox"; chosen: readonly string[] }) {
  return (
    <FieldGroup legend={label} name={name} hint={hint} required={required}>
      <div className={swatches ? "swatches" : stacked ? "options stacked" : "options"}>
        {options.map((option) => {
          const isChecked = chosen.includes(String(option.value));
          return (
            <label key={`${option.value} ${isChecked}`} className="option">
              <input type={type} name={name} value={option.value} defaultChecked={isChecked} />
              {option.color && <span className={`swatch color-${option.color}`} aria-hidden="true" />}
              <span>
                {option.label}
                {option.hint && <small>{option.hint}</small>}
              </span>
            </label>
          );
        })}
      </div>
    </FieldGroup>
  );
}
