"use client";

import { type ReactNode, useActionState, useState } from "react";
import type { Marks } from "@/lib/required/marks";
import { type FormAction, type FormState, untouched } from "@/lib/web/form-state";
import { Conflict } from "./conflict";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import type { FormWords } from "./form-words";
import { RequiredNote } from "./required-note";
import { useErrorTitle } from "./use-error-title";
import { useLeaveWarning } from "./use-leave-warning";
import { useMarks } from "./use-marks";

type Props = {
  action: FormAction;
  submission: string;
  words: FormWords;
  children: ReactNode;
  className: string;
  version?: number;
  id?: string;
  hidden?: Record<string, string | number>;
  /** One button only: Enter needs no help and nothing typed can be lost. */
  single?: boolean;
  fold?: { label: string; after?: ReactNode };
  initial?: FormState;
  marks?: Marks;
};

export function FormShell({
  action,
  submission,
  words,
  children,
  className,
  version,
  id,
  hidden = {},
  single = false,
  fold,
  initial = untouched,
  marks,
}: Props) {
  const [state, submit, pending] = useActionState(action, initial);
  const [isTyped, setTyped] = useState(false);
  const { asked, follow } = useMarks(marks, state);
  useErrorTitle(state, words.errorPrefix);
  useLeaveWarning(!pending && (isTyped || state.status !== "untouched"));
  const savedVersion = state.version ?? version;

  const form = (
    <form
      id={id}
      className={className}
      action={submit}
      noValidate
      aria-busy={pending}
      onChange={
        single
          ? undefined
          : ({ currentTarget }) => {
              setTyped(true);
              follow(currentTarget);
            }
      }
      onSubmit={() => setTyped(false)}
    >
      {!single && (
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {words.save}
        </button>
      )}
      <input type="hidden" name="_submission" value={submission} />
      {savedVersion !== undefined && <input type="hidden" name="_version" value={savedVersion} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorSummary state={state} title={words.summary} prefix={id} />
      {!single && <RequiredNote words={words} />}
      {state.conflict && <Conflict rows={state.conflict} words={words} />}
      <FormContext value={{ state, pending, words, prefix: id, asked }}>{children}</FormContext>
    </form>
  );
  if (fold === undefined) return form;
  return (
    <details className="unfolds" open={state.status !== "untouched"}>
      <summary className="button quiet">{fold.label}</summary>
      {form}
      {fold.after}
    </details>
  );
}
