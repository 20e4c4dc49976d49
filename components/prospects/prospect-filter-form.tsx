import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { prospectStatuses } from "@/db/vocabulary";
import { withQuery } from "@/lib/core/links";
import { t } from "@/lib/i18n/words";
import type { ProspectFilters } from "@/lib/prospects/filters";
import type { Option } from "@/lib/settings/queries";

type Props = { filters: ProspectFilters; choices: { owners: Option[]; channels: Option[]; origins: Option[] } };

export function ProspectFilterForm({ filters, choices }: Props) {
  const { q, signal, status, owner, channel, origin, sort, columns } = filters;
  const applied = [q, status, owner, channel, origin].filter(Boolean).length;
  const statuses = prospectStatuses.map((value) => ({ value, label: t(`prospects.statuses.${value}`) }));
  const keep = { signal, columns, sort: sort === "urgency" ? undefined : sort };
  return (
    <Filters action="/prospects" applied={applied} keep={keep} more={<ColumnsLink filters={filters} />}>
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("prospects.search_hint")} />
      <FilterSelect name="owner" label={t("prospects.fields.owner")} value={owner} options={choices.owners} />
      <FilterSelect name="status" label={t("prospects.fields.status")} value={status} options={statuses} />
      <FilterSelect name="channel" label={t("prospects.fields.channel")} value={channel} options={choices.channels} />
      <FilterSelect name="origin" label={t("prospects.fields.origin")} value={origin} options={choices.origins} />
    </Filters>
  );
}

function ColumnsLink({ filters }: { filters: ProspectFilters }) {
  const shownAll = filters.columns === "all";
  return (
    <a className="button quiet" href={withQuery("/prospects", filters, { columns: shownAll ? undefined : "all" })}>
      {shownAll ? t("prospects.main_columns") : t("prospects.all_columns")}
    </a>
  );
}
