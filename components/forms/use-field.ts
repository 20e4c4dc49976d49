"use client";

import { fieldId } from "./field-id";
import { useForm } from "./form-context";

export type Initial = string | number | null | undefined;
export type Frame = { name: string; hint?: string; required?: boolean };

/** What a field shows: the value as it was typed, else the initial one; its error; and how the three are tied together. */
export function useField({ name, hint, required }: Frame, initial?: Initial) {
  const { state, words, prefix, asked } = useForm();
  const id = fieldId(prefix, name);
  const isRequired = required || asked?.has(name);
  const error = state.errors[name];
  const value = state.status === "untouched" ? String(initial ?? "") : (state.values[name]?.[0] ?? "");
  return {
    id,
    error,
    value,
    words,
    /** The word its label carries when it may not be left empty. */
    mark: isRequired ? words.required : undefined,
    input: {
      id,
      name,
      "aria-required": isRequired || undefined,
      "aria-invalid": error !== undefined || undefined,
      "aria-describedby": describedBy(id, error, hint),
    },
  };
}

/** Several values under one name: check boxes, a multiple list. */
export function useValues(name: string, initial: readonly string[]) {
  const { state } = useForm();
  return state.status === "untouched" ? initial : (state.values[name] ?? []);
}

function describedBy(id: string, error: string | undefined, hint: string | undefined) {
  return [error !== undefined && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
}
