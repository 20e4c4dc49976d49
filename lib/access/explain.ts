import { isOff, reachOf } from "./permissions";
import type { Policy } from "./registry";
import type { Viewer } from "./viewer";

/** Why the answer is no, as words know it: a key of `access.refusal` and its values (keys of `access.*` themselves). */
export type Refusal = {
  reason: "no_grant" | "no_profile" | "out_of_reach" | "other_door" | "only_looking" | "module_off" | "module_off_yours" | "not_allowed";
  module?: string;
  verb?: string;
  reach?: string;
};

export function explainRefusal(viewer: Viewer, policy: Policy): Refusal {
  if (viewer.kind === "staff" && policy === "team") return { reason: "not_allowed" };
  if (viewer.kind !== "staff" || typeof policy === "string") return { reason: "other_door" };
  if (isOff(viewer, policy.module)) return { reason: viewer.isAdmin ? "module_off_yours" : "module_off", module: policy.module };
  if (!viewer.isAdmin && Object.keys(viewer.grants).length === 0) return { reason: "no_profile" };
  const reach = reachOf(viewer, policy.module, policy.verb);
  return reach === undefined ? { reason: "no_grant", ...policy } : { reason: "out_of_reach", ...policy, reach };
}
