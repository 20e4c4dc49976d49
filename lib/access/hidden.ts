import { isHidden } from "./permissions";
import type { Viewer } from "./viewer";

/** Who does not see a field does not write it either: left undefined, a command keeps what is stored. */
export function withoutHidden<Input extends object>(viewer: Viewer, input: Input): Input {
  return isHidden(viewer, "internalNote") ? { ...input, internalNote: undefined } : input;
}
