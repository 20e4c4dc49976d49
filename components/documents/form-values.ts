import type { LineValues } from "@/lib/documents/values";

type Values = Record<string, string[]>;

/** Lines as their form would send them. */
export function valuesOf(lines: readonly LineValues[], discount: string): Values {
  const rows = lines.flatMap(({ quantity, unitPrice, discount: own, taxes }, row): [string, string[]][] => [
    [`lines.${row}.quantity`, [quantity]],
    [`lines.${row}.unitPrice`, [unitPrice]],
    [`lines.${row}.discount`, [own]],
    [`lines.${row}.taxes`, taxes],
  ]);
  return Object.fromEntries([...rows, ["discount", [discount]]]);
}

/** What stands in a form right now. */
export function typedIn(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

/** Writes in the boxes of one row; check boxes are ticked when their value is among those given. */
export function writeIn(row: HTMLElement, prefix: string, fields: Values) {
  for (const box of row.querySelectorAll<HTMLInputElement>("input")) {
    const values = box.name.startsWith(`${prefix}.`) ? fields[box.name.slice(prefix.length + 1)] : undefined;
    if (values === undefined) continue;
    if (box.type === "checkbox") box.checked = values.includes(box.value);
    else box.value = values[0] ?? "";
  }
}
