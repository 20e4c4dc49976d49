import type { Column } from "./table";

const unbroken = ["code", "phone", "number", "money", "date", "state"];

/** Numbers of the columns that share a look, as the style sheet reads them: `data-end="6 7"`. */
export function columnMarks(columns: Column[]) {
  const shown = columns.map(({ phone }, i) => (phone === "skip" ? -1 : i)).filter((i) => i >= 0);
  const isEnd = (i: number | undefined) => i !== undefined && columns[i]!.phone === "end";
  return {
    "data-title": numbers(
      columns,
      (column, i) => (column.phone ?? (i === 0 && !columns.some(({ phone }) => phone === "title") ? "title" : "line")) === "title",
    ),
    "data-end": numbers(columns, ({ kind }) => kind === "number" || kind === "money"),
    "data-whole": numbers(columns, ({ kind }) => kind !== undefined && unbroken.includes(kind)),
    "data-soft": numbers(columns, ({ kind }) => kind === "soft" || kind === "code" || kind === "date"),
    "data-skip": numbers(columns, ({ phone }) => phone === "skip"),
    "data-half": numbers(columns, (_, i) => isEnd(shown[shown.indexOf(i) + 1]) && shown.includes(i) && !isEnd(i)),
    "data-right": numbers(columns, ({ phone }) => phone === "end"),
  };
}

function numbers(columns: Column[], matches: (column: Column, index: number) => boolean) {
  return columns.flatMap((column, i) => (matches(column, i) ? [i + 1] : [])).join(" ") || undefined;
}
