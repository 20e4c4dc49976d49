import { hideableFields } from "@/db/vocabulary";
import { isHidden } from "./permissions";
import type { Viewer } from "./viewer";

/** Who does not see a field does not write it either: left undefined, a command keeps what is stored. */
export function withoutHidden<Input extends object>(viewer: Viewer, input: Input): Input {
  return isHidden(viewer, "internalNote") ? { ...input, internalNote: undefined } : input;
}

/** To sort or filter by a field is to learn of it. */
export function asksForHidden(viewer: Viewer, query: Record<string, string | string[] | undefined>): boolean {
  const sorts = [query.sort].flat().map((sort) => sort?.replace(/^-/, ""));
  return hideableFields.some((field) => isHidden(viewer, field) && (sorts.includes(field) || field in query));
}
