import { withQuery } from "@/lib/core/links";
import { t } from "@/lib/i18n/words";

type Props = { company: string | undefined; path: string; filters: Record<string, unknown> };

/** Says that a list is narrowed to one account, and leads out of it. */
export function OfAccount({ company, path, filters }: Props) {
  if (company === undefined) return null;
  return (
    <p className="soft">
      {t("accounts.papers_of", { account: company })} <a href={withQuery(path, filters, { account: undefined })}>{t("app.remove")}</a>
    </p>
  );
}
