"use client";

import { type ReactNode, useState } from "react";
import type { FormState } from "@/lib/web/form-state";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import type { FormWords } from "./form-words";
import { RequiredNote } from "./required-note";
import { useErrorTitle } from "./use-error-title";

type Props = { to: string; state: FormState; submission: string; words: FormWords; children: ReactNode };

export function RouteFormShell({ to, state, submission, words, children }: Props) {
  const [pending, setPending] = useState(false);
  useErrorTitle(state, words.errorPrefix);
  return (
    <form className="form" method="post" action={to} encType="multipart/form-data" noValidate aria-busy={pending} onSubmit={() => setPending(true)}>
      <input type="hidden" name="_submission" value={submission} />
      <ErrorSummary state={state} title={words.summary} />
      <RequiredNote words={words} />
      <FormContext value={{ state, pending, words }}>{children}</FormContext>
    </form>
  );
}
