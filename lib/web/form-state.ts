/** What a form knows after a refused post. Plain JSON: it travels to the browser and back, and is never trusted. */
export type FormState = {
  status: "untouched" | "rows" | "refused";
  /** Every value as it was typed, by flat field name (`lines.0.description`). Secrets are left out. */
  values: Record<string, string[]>;
  /** One sentence by field name; `""` is the form itself. */
  errors: Record<string, string>;
  /** The field that lets it be saved all the same, when the refusal is one that may be passed over. */
  anyway?: string;
  /** Set when somebody saved first: both versions of each field that differs, formatted. */
  conflict?: { label: string; theirs: string; yours: string }[];
  /** The stored version to save over, once both were seen. */
  version?: number;
};

export type FormAction = (state: FormState, body: FormData) => Promise<FormState>;

export const untouched: FormState = { status: "untouched", values: {}, errors: {} };
