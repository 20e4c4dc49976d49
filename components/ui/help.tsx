import { t } from "@/lib/i18n/words";

/** What the screen is for and what to do first, for who asks. */
export function Help({ text }: { text: string }) {
  return (
    <details className="help">
      <summary>{t("app.what_is_this")}</summary>
      <p>{text}</p>
    </details>
  );
}
