"use client";

import { createContext, useContext } from "react";
import type { FormState } from "@/lib/web/form-state";
import type { FormWords } from "./form-words";

/** `asked` are the fields the company asks for here besides those the form itself needs. */
export type FormContextValue = { state: FormState; pending: boolean; words: FormWords; prefix?: string; asked?: ReadonlySet<string> };

export const FormContext = createContext<FormContextValue | undefined>(undefined);

export function useForm(): FormContextValue {
  const form = useContext(FormContext);
  if (!form) throw new Error("A field stands outside of a Form");
  return form;
}
