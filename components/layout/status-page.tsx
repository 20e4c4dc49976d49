import type { ReactNode } from "react";

type Props = {
  code: 403 | 404 | 409 | 500 | 503;
  title: string;
  /** What happened and what to do next. */
  children: ReactNode;
  actions?: ReactNode;
  /** The key by which the log is found. */
  reference?: string;
};

/** A whole page for what is missing, refused or failed: a sentence and a way on, never a blank. */
export function StatusPage({ code, title, children, actions, reference }: Props) {
  return (
    <main className="status">
      <p className="faint">{code}</p>
      <h1>{title}</h1>
      <div className="stack">{children}</div>
      {reference && <p className="soft">{reference}</p>}
      {actions && <div className="bar">{actions}</div>}
    </main>
  );
}
