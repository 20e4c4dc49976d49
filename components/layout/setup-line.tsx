import { t } from "@/lib/i18n/words";

/** How far a new company is, and the way back to its steps. */
export function SetupLine({ done, total }: { done: number; total: number }) {
  return (
    <aside className="example-line screen-only" aria-label={t("setup.checklist")}>
      {t("setup.checklist_line", { done, total })}
      {" · "}
      <a href="/settings/start" aria-label={t("setup.line_go_on")}>
        {t("setup.go_on")}
      </a>
    </aside>
  );
}
