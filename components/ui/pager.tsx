import type { ReactNode } from "react";
import { t } from "@/lib/i18n/words";

/** Keyset pages: there is a next and a previous one, never a number. */
export function Pager({ label, previous, next, children }: { label?: string; previous?: string; next?: string; children?: ReactNode }) {
  if (!previous && !next && !children) return null;
  return (
    <nav className="pager" aria-label={label ?? t("forms.shell.pages")}>
      {children && <span>{children}</span>}
      {previous && (
        <a href={previous} rel="prev">
          {t("app.previous")}
        </a>
      )}
      {next && (
        <a href={next} rel="next">
          {t("app.next")}
        </a>
      )}
    </nav>
  );
}
