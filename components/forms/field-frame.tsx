"use client";

import type { ReactNode } from "react";

type Props = { id: string; label: string; required?: string; hint?: string; error?: string; wide?: boolean; children: ReactNode };

/** Label, hint, error, input: in that order, so that the message is read before the box. */
export function FieldFrame({ id, label, required, hint, error, wide, children }: Props) {
  return (
    <div className={wide ? "field wide" : "field"}>
      <label htmlFor={id}>
        {label}
        {required && <span className="required">{required}</span>}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

export function FieldNotes({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  return (
    <>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="error">
          {error}
        </span>
      )}
    </>
  );
}
