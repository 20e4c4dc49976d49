import { type HideableField, hideableFields } from "@/db/vocabulary";
import { isHidden } from "./permissions";
import type { Viewer } from "./viewer";

/** Who does not see a field does not write it either: left undefined, a command keeps what is stored. */
export function withoutHidden<Input extends object>(viewer: Viewer, input: Input): Input {
  return isHidden(viewer, "internalNote") ? { ...input, internalNote: undefined } : input;
}

/** The hidden field that an address asks to sort or filter by, which is to learn of it. */
export function hiddenAsked(viewer: Viewer, query: Record<string, string | string[] | undefined>): HideableField | undefined {
  const sorts = [query.sort].flat().map((sort) => sort?.replace(/^-/, ""));
  return hideableFields.find((field) => isHidden(viewer, field) && (sorts.includes(field) || field in query));
}
