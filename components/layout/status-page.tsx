import type { ReactNode } from "react";
import { t } from "@/lib/i18n/words";

type Props = {
  /** Left out where a number would only alarm. */
  code?: 400 | 403 | 404 | 409 | 500 | 503 | 507;
  title: string;
  /** What happened and what to do next. */
  children: ReactNode;
  actions?: ReactNode;
  /** The key by which the log is found. */
  reference?: string;
  /** Inside a shell that has its own `<main>`. */
  isInner?: boolean;
};

/** A whole page for what is missing, refused or failed: a sentence and a way on, never a blank. */
export function StatusPage({ code, title, children, actions, reference, isInner }: Props) {
  const Frame = isInner ? "div" : "main";
  return (
    <Frame className="status">
      <title>{`${title} · ${t("app.name")}`}</title>
      {code && <p className="faint">{code}</p>}
      <h1>{title}</h1>
      <div className="stack">{children}</div>
      {reference && <p className="soft">{reference}</p>}
      {actions && <div className="bar">{actions}</div>}
    </Frame>
  );
}
