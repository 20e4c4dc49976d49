import type { ReactNode } from "react";

/** late ●, soon ◐, none ○, wait ▲, good ●, plan □, draft ◌, off ✕: each has its own shape, so colour is never alone. */
export type Tone = "late" | "soon" | "none" | "wait" | "good" | "plan" | "draft" | "off";

export function State({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`state ${tone}`}>{children}</span>;
}
