import type { HideableField, Module } from "@/db/vocabulary";
import { isHidden, isOff } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { CellKind } from "@/lib/sheets/write";

/** One column of a list, for its page and for the file it goes out as. */
export type ListColumn<Row> = {
  key: string;
  label: () => string;
  /** How it looks: `code` is a folio, soft and unbroken; `phone` is unbroken. */
  kind?: "text" | "soft" | "code" | "phone" | "number" | "money" | "date" | "state";
  /** On the phone: the card's name, a line, a line that starts with its label, the right of the line before, or nothing. */
  phone?: "title" | "line" | "label" | "end" | "skip";
  /** The name of its order in the address. */
  sort?: string;
  /** What its order takes of the address where it takes something, as only some rows have one; it begins with the highest. */
  sortsAmong?: Readonly<Record<string, string>>;
  /** Always there: what the row is called. */
  isFixed?: true;
  /** Only for who chooses it. */
  isExtra?: true;
  /** The key of another that never stays behind in a file: an amount says in which currency. */
  goesWith?: string;
  hides?: HideableField;
  /** The module that it tells of in another's list. */
  of?: Module;
  /** What the file says: dates as `YYYY-MM-DD`, numbers as canonical decimal text. */
  value: (row: Row) => string | null | undefined;
};

/** The columns a viewer is shown, in the list's order: those asked for, else those they once chose, else the usual. A hidden one never. */
export function shownColumns<Column extends ListColumn<never>>(
  columns: readonly Column[],
  viewer: Viewer,
  asked: string | undefined,
  chosen: readonly string[] | undefined,
): Column[] {
  const open = openColumns(columns, viewer);
  if (asked === "all") return open;
  const wanted = asked?.split(",") ?? chosen;
  const isShown = ({ key, isFixed, isExtra }: Column) => isFixed || (wanted === undefined ? !isExtra : wanted.includes(key));
  return open.filter(isShown);
}

/** Those there are for this viewer. */
export function openColumns<Column extends ListColumn<never>>(columns: readonly Column[], viewer: Viewer): Column[] {
  return columns.filter(({ hides, of }) => !(hides && isHidden(viewer, hides)) && !(of && isOff(viewer, of)));
}

export function cellKind({ kind }: Pick<ListColumn<never>, "kind">): CellKind {
  return kind === "money" || kind === "number" ? "number" : kind === "date" ? "date" : "text";
}

export function keysOf(columns: readonly Pick<ListColumn<never>, "key">[]): string[] {
  return columns.map(({ key }) => key);
}
