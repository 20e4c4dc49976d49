import { t } from "@/lib/i18n/words";

export function SkipLink() {
  return (
    <a className="skip" href="#content">
      {t("app.skip_to_content")}
    </a>
  );
}
