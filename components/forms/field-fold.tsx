"use client";

import type { ReactNode } from "react";
import { useForm } from "./form-context";

/** Fields folded away until they are wanted; what was typed in them, or is wrong with them, comes back unfolded. */
export function FieldFold({ label, names, children }: { label: string; names: readonly string[]; children: ReactNode }) {
  const { state, asked } = useForm();
  const isTold = names.some((name) => asked?.has(name) || state.errors[name] !== undefined || (state.values[name]?.[0] ?? "") !== "");
  return (
    <details className="unfolds" open={isTold}>
      <summary className="button plain">{label}</summary>
      {children}
    </details>
  );
}
