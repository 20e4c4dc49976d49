import { type HideableField, hideableFields } from "@/db/vocabulary";
import { isHidden } from "./permissions";
import type { Viewer } from "./viewer";

/** Who does not see a field does not write it either: left undefined, a command keeps what is stored. */
export function withoutHidden<Input extends object>(viewer: Viewer, input: Input): Input {
  return isHidden(viewer, "internalNote") ? { ...input, internalNote: undefined } : input;
}

/** The hidden field that an address asks to sort, group or filter by, which is to learn of it. */
export function hiddenAsked(viewer: Viewer, query: Record<string, string | string[] | undefined>): HideableField | undefined {
  const sorts = [query.sort, query.group].flat().map((sort) => sort?.replace(/^-/, ""));
  return hideableFields.find((field) => isHidden(viewer, field) && (sorts.includes(field) || field in query));
}

/** Whether the viewer does not see the column of this name, of whatever record. */
export function hidesColumn(viewer: Viewer, name: string): boolean {
  return hideableFields.some((field) => field === name && isHidden(viewer, field));
}
