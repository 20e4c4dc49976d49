import { t } from "@/lib/i18n/words";

/** Says that who it is for has something else meanwhile. Where there is no room the shape alone is drawn, and the legend says what it means. */
export function Clash({ isTight }: { isTight?: boolean }) {
  return (
    <span className="clash">
      <span aria-hidden="true">⚠</span> <span className={isTight ? "visually-hidden" : undefined}>{t("calendar.clash")}</span>{" "}
    </span>
  );
}
