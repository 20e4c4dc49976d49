import type { ReactNode } from "react";
import { FilterDate, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { activityKinds } from "@/db/vocabulary";
import type { ActivityOwnerChoice } from "@/lib/activities/choices";
import { type ActivityFilters, usualSort } from "@/lib/activities/filters";
import { t } from "@/lib/i18n/words";

type Props = { filters: ActivityFilters; owners: ActivityOwnerChoice[]; isWide: boolean; more: ReactNode };

export function ActivityFilterForm({ filters, owners, isWide, more }: Props) {
  const { q, owner, kind, state, from, until, sort, columns } = filters;
  const applied = [q, owner, kind, from, until].filter(Boolean).length;
  const kinds = activityKinds.map((value) => ({ value, label: t(`activities.kinds.${value}`) }));
  const period = (
    <>
      <FilterDate name="from" label={t("app.from")} value={from} />
      <FilterDate name="until" label={t("app.until")} value={until} />
    </>
  );
  return (
    <Filters
      action="/activities"
      applied={applied}
      keep={{ state, columns, sort: sort === usualSort(filters) ? undefined : sort }}
      more={more}
      seldom={isWide ? period : null}
    >
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("activities.search_hint")} />
      <FilterSelect name="owner" label={t("activities.fields.owner")} value={owner} options={owners} usual={t("activities.mine")} />
      <FilterSelect name="kind" label={t("activities.fields.kind")} value={kind} options={kinds} />
    </Filters>
  );
}
