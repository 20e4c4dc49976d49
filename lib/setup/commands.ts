import type { Change } from "@/lib/events/record";
import type { SetupStep } from "./rules";

/** Says that a step is well as it is. The event itself is what is remembered: a company has no other trace of somebody being content. */
export function settleStep(step: SetupStep): Change {
  return { kind: "company", id: 1, before: null, after: { step } };
}
