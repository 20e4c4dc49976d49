import type { ReactNode } from "react";

export type NoticeTone = "good" | "plain" | "soon" | "late";

/** One line on what happened. `undo` is the one-button form that takes it back. */
export function Notice({ tone = "good", undo, children }: { tone?: NoticeTone; undo?: ReactNode; children: ReactNode }) {
  return (
    <div className={tone === "good" ? "notice" : `notice ${tone}`} role={tone === "late" ? "alert" : "status"}>
      <div>{children}</div>
      {undo && <div className="undo">{undo}</div>}
    </div>
  );
}
