import type { ReactNode } from "react";

/** Says what belongs here and offers the first step. */
export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <section className="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className="bar">{actions}</div>}
    </section>
  );
}
