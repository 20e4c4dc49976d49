"use client";

import type { ComponentProps } from "react";
import { FieldFrame } from "./field-frame";
import { type Frame, type Initial, useField } from "./use-field";

type Own = Frame & { label: string; initial?: Initial; wide?: boolean };
type Input = Own & Omit<ComponentProps<"input">, "className" | "style" | "name" | "id" | "required" | "defaultValue" | "value">;
type Area = Own & Omit<ComponentProps<"textarea">, "className" | "style" | "name" | "id" | "required" | "defaultValue" | "value">;

export function TextField({ type = "text", enterKeyHint = "next", ...props }: Input) {
  return <Box {...props} type={type} enterKeyHint={enterKeyHint} />;
}

export function EmailField(props: Input) {
  return <Box autoCapitalize="none" autoComplete="email" enterKeyHint="next" spellCheck={false} {...props} type="email" inputMode="email" />;
}

export function PhoneField(props: Input) {
  return <Box autoComplete="tel" enterKeyHint="next" {...props} type="tel" inputMode="tel" />;
}

/** Its value never comes back: a refused post leaves it empty. */
export function PasswordField(props: Omit<Input, "initial">) {
  return <Box autoComplete="current-password" enterKeyHint="done" {...props} type="password" autoCapitalize="none" spellCheck={false} />;
}

/** Text, not type=number: people write 1,250.50 and the server reads it by the country's rules. */
export function NumberField({ inputMode = "decimal", ...props }: Input & { unit?: string }) {
  return <Box autoComplete="off" enterKeyHint="next" {...props} inputMode={inputMode} number />;
}

/** `currency` stands after the box: the code, since one symbol serves many currencies. */
export function MoneyField({ currency, ...props }: Input & { currency?: string }) {
  return <NumberField {...props} unit={currency} />;
}

export function DateField(props: Input) {
  return <Box {...props} type="date" />;
}

export function TimeField(props: Input) {
  return <Box {...props} type="time" />;
}

export function TextArea({ name, label, initial, hint, required, wide = true, rows = 3, ...rest }: Area) {
  const { id, error, value, mark, input } = useField({ name, hint, required }, initial);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} wide={wide} required={mark}>
      <textarea {...rest} {...input} className="input" rows={rows} defaultValue={value} />
    </FieldFrame>
  );
}

type BoxProps = Input & { number?: boolean; unit?: string };

function Box({ name, label, initial, hint, required, wide, number, unit, ...rest }: BoxProps) {
  const { id, error, value, mark, input } = useField({ name, hint, required }, initial);
  const box = <input {...rest} {...input} className={number ? "input number" : "input"} defaultValue={value} />;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} wide={wide} required={mark}>
      {unit ? (
        <span className="with-unit">
          {box}
          <span>{unit}</span>
        </span>
      ) : (
        box
      )}
    </FieldFrame>
  );
}
