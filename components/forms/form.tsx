import type { ReactNode } from "react";
import { t } from "@/lib/i18n/words";
import type { Marks } from "@/lib/required/marks";
import type { FormAction, FormState } from "@/lib/web/form-state";
import { FormShell } from "./form-shell";
import type { FormWords } from "./form-words";

type Props = {
  action: FormAction;
  children: ReactNode;
  /** The version of the record being edited. */
  version?: number;
  /** Needed when a page has several forms: field ids begin with it. */
  id?: string;
  hidden?: Record<string, string | number>;
  className?: string;
  /** What it is folded under until it is wanted, or comes back with something to say; `after` is folded with it. */
  fold?: { label: string; after?: ReactNode };
  /** What it shows from the start in place of the fields' own values: what was typed before another page was asked for. */
  initial?: FormState;
  /** What the company asks for in it. */
  marks?: Marks;
};

/** A form that works as plain HTML and, once scripts load, without a page change. */
export function Form({ className = "form", ...props }: Props) {
  return <FormShell {...props} className={className} submission={crypto.randomUUID()} words={formWords()} />;
}

/** One button and what it needs: every change is a POST. */
export function ButtonForm(props: Omit<Props, "className">) {
  return <FormShell {...props} className="inline-form" submission={crypto.randomUUID()} words={formWords()} single />;
}

/** One form round many rows, where each row's button says by its value which record is meant: lean, however many rows there are. */
export function RowsForm({ each, hidden, ...props }: Omit<Props, "className" | "version"> & { each: string }) {
  return <FormShell {...props} hidden={{ ...hidden, _each: each }} className="rows-form" submission={crypto.randomUUID()} words={formWords()} single />;
}

export function formWords(): FormWords {
  return {
    save: t("app.save"),
    summary: t("forms.summary"),
    required: t("app.required"),
    requiredNote: t("forms.required_note"),
    errorPrefix: t("forms.error_prefix"),
    conflict: t("forms.conflict"),
    conflictField: t("forms.conflict_field"),
    conflictTheirs: t("forms.conflict_theirs"),
    conflictYours: t("forms.conflict_yours"),
    keepMine: t("forms.keep_mine"),
    empty: t("forms.empty_value"),
    search: t("app.search"),
    found: t("forms.found"),
    notFound: t("forms.not_found"),
    chooseRecord: t("forms.choose_record"),
    row: t("forms.row"),
    addRow: t("forms.add_row"),
    removeRow: t("forms.remove_row"),
  };
}
