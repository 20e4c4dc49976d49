import type { ReactNode } from "react";
import type { Color } from "@/db/vocabulary";

export function Tag({ color, children }: { color?: Color; children: ReactNode }) {
  return <span className={color ? `tag color-${color}` : "tag"}>{children}</span>;
}

/** The bar of colour before a name in a list. */
export function Mark({ color }: { color?: Color | null }) {
  return <span className={color ? `mark color-${color}` : "mark"} aria-hidden="true" />;
}
