import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import type { Seeing } from "@/lib/access/viewer";
import { current } from "@/lib/i18n/current";
import { formatTime } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

/** Says on every page whose eyes these are, and leads back. */
export function SeeingLine({ seeing: { name = "", until, isOver }, stop }: { seeing: Seeing; stop: FormAction }) {
  const time = formatTime(new Date(until).toLocaleTimeString("sv-SE", { timeZone: current().zone, hour: "2-digit", minute: "2-digit" }));
  return (
    <aside className="notice soon" aria-label={t("access.seeing.label")}>
      <div>{isOver ? t("access.seeing.over") : t("access.seeing.as", { name, time })}</div>
      <div className="undo">
        <ButtonForm action={stop} id="stop-seeing">
          <Button look="quiet">{t("access.seeing.stop")}</Button>
        </ButtonForm>
      </div>
    </aside>
  );
}
