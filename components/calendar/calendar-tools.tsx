import { Button, ButtonLink } from "@/components/ui/button";
import { FilterSelect } from "@/components/ui/filter-fields";
import { activityKinds } from "@/db/vocabulary";
import { stepFrom } from "@/lib/calendar/days";
import type { CalendarFilters } from "@/lib/calendar/filters";
import type { Day } from "@/lib/core/dates";
import { t } from "@/lib/i18n/words";
import type { Option } from "@/lib/settings/queries";

export type CalendarChoices = { owners: { value: number | string; label: string; group?: string }[]; centers: Option[] };
type Props = { filters: CalendarFilters; date: Day; choices: CalendarChoices; address: (changes: { fecha?: string }) => string };

/** To other days, and of whom, of what kind and of which work centre. */
export function CalendarTools({ filters, date, choices: { owners, centers }, address }: Props) {
  const { vista, ejecutivo, tipo, centro, horas } = filters;
  const kinds = activityKinds.map((value) => ({ value, label: t(`activities.kinds.${value}`) }));
  return (
    <div className="bar tools">
      <ButtonLink
        square
        icon="chevron-left"
        href={address({ fecha: stepFrom(vista, date, -1) })}
        aria-label={t("calendar.previous")}
        rel="prev"
        aria-keyshortcuts="ArrowLeft"
      />
      <ButtonLink href={address({ fecha: undefined })} aria-keyshortcuts="Home">
        {t("calendar.today")}
      </ButtonLink>
      <ButtonLink
        square
        icon="chevron-right"
        href={address({ fecha: stepFrom(vista, date, 1) })}
        aria-label={t("calendar.next")}
        rel="next"
        aria-keyshortcuts="ArrowRight"
      />
      <form className="bar" action="/calendar" method="get">
        <input type="hidden" name="vista" value={vista} />
        <input type="hidden" name="fecha" value={date} />
        {horas && <input type="hidden" name="horas" value={horas} />}
        <FilterSelect name="ejecutivo" label={t("calendar.filter_owner")} value={ejecutivo} options={owners} />
        <FilterSelect name="tipo" label={t("calendar.filter_kind")} value={tipo} options={kinds} />
        {centers.length > 1 && <FilterSelect name="centro" label={t("prospects.fields.work_center")} value={centro} options={centers} />}
        <Button>{t("app.filter")}</Button>
      </form>
    </div>
  );
}
