import { t } from "@/lib/i18n/words";
import { ButtonLink } from "./button";
import { EmptyState } from "./empty-state";

/** A list whose filters left nothing; `href` is the same list without them. */
export function NothingFound({ href }: { href: string }) {
  return (
    <EmptyState title={t("app.nothing_found")} actions={<ButtonLink href={href}>{t("app.clear_filters")}</ButtonLink>}>
      {t("app.nothing_found_hint")}
    </EmptyState>
  );
}
