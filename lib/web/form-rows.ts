import type { FormState } from "./form-state";

type Values = FormState["values"];

/** The typed values after a row button (`lines.add`, `lines.remove.2`), or undefined when none was pressed. */
export function withRows(values: Values, button: FormDataEntryValue | null): Values | undefined {
  const [, list, verb, place] = /^([a-z]\w*)\.(add|remove)(?:\.(\d{1,4}))?$/i.exec(typeof button === "string" ? button : "") ?? [];
  if (list === undefined) return undefined;
  return verb === "add" ? added(values, list) : removed(values, list, Number(place));
}

function added(values: Values, list: string): Values {
  const next = Math.max(-1, ...Object.keys(values).map((name) => rowOf(name, list) ?? -1)) + 1;
  return { ...values, [`${list}.${next}._row`]: [""] };
}

function removed(values: Values, list: string, place: number): Values {
  const kept = Object.entries(values).flatMap(([name, value]): [string, string[]][] => {
    const row = rowOf(name, list);
    if (row === undefined || row < place) return [[name, value]];
    return row === place ? [] : [[name.replace(`${list}.${row}.`, `${list}.${row - 1}.`), value]];
  });
  return Object.fromEntries(kept);
}

function rowOf(name: string, list: string): number | undefined {
  const [first, row] = name.split(".");
  return first === list && row !== undefined && /^\d+$/.test(row) ? Number(row) : undefined;
}
