import { grants } from "./permissions";
import type { Policy } from "./registry";
import type { Viewer } from "./viewer";

/** May this viewer knock at this door at all? Which records, and which deeds on them, is decided further in. */
export function admits(policy: Policy, viewer: Viewer): boolean {
  switch (policy) {
    case "open":
      return true;
    case "team":
      return viewer.kind === "staff";
    case "customer":
      return viewer.kind === "customer";
    default:
      return grants(viewer, policy.module, policy.verb);
  }
}
