"use client";

import { useEffect, useRef } from "react";
import type { FormState } from "@/lib/web/form-state";
import { fieldId } from "./field-id";

/** Everything that was refused, on top, each line leading to its field. */
export function ErrorSummary({ state, title, prefix }: { state: FormState; title: string; prefix?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const errors = Object.entries(state.errors);
  useEffect(() => {
    if (Object.keys(state.errors).length > 0) box.current?.focus();
  }, [state]);
  if (errors.length === 0) return null;

  return (
    // biome-ignore lint/a11y/noAutofocus: without scripts this is what brings the reader to what went wrong.
    <div ref={box} className="summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      <ul>
        {errors.map(([name, message]) => (
          <li key={name}>{name === "" ? message : <a href={`#${fieldId(prefix, name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
