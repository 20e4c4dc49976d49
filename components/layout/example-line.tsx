import { t } from "@/lib/i18n/words";

/** Says on every page that nothing of it is real, and leads whoever administers it to what is. */
export function ExampleLine({ mayLeave }: { mayLeave: boolean }) {
  return (
    <aside className="example-line" aria-label={t("setup.is_example")}>
      {t("setup.is_example")}
      {mayLeave && (
        <>
          {" · "}
          <a href="/settings/example">{t("setup.for_real")}</a>
        </>
      )}
    </aside>
  );
}
