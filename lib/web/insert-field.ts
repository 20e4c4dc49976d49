import type { FormState } from "./form-state";

type Values = FormState["values"];

/** The field chosen in the picker, at the end of the text; the picker is then free for the next. Undefined when none is chosen. */
export function withInsertedField(values: Values): Values | undefined {
  const [field] = values.insertField ?? [];
  if (!field) return undefined;
  const text = values.text?.[0] ?? "";
  const isApart = text === "" || /\s$/.test(text);
  return { ...values, text: [`${text}${isApart ? "" : " "}${field}`], insertField: [""] };
}
