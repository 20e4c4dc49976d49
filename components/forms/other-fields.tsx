"use client";

import { FieldFrame } from "./field-frame";
import { type Frame, type Initial, useField } from "./use-field";

type FileProps = Frame & { label: string; accept?: string; multiple?: boolean; wide?: boolean; capture?: "environment" | "user" };

/** Browsers never refill a file: after a refusal it has to be chosen again. */
export function FileField({ name, label, hint, required, wide, ...rest }: FileProps) {
  const { id, error, mark, input } = useField({ name, hint, required });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} wide={wide} required={mark}>
      <input {...rest} {...input} type="file" className="input" />
    </FieldFrame>
  );
}

export function HiddenField({ name, initial }: { name: string; initial?: Initial }) {
  const { value } = useField({ name }, initial);
  return <input type="hidden" name={name} value={value} />;
}
