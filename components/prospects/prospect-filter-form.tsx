import type { ReactNode } from "react";
import { FilterDate, FilterRegion, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { prospectStatuses } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { ProspectFilterChoices } from "@/lib/prospects/choices";
import { type ProspectFilters, seldomAsked } from "@/lib/prospects/filters";

type Props = { filters: ProspectFilters; more: ReactNode; choices: ProspectFilterChoices };

export function ProspectFilterForm({ filters, choices, more }: Props) {
  const { q, signal, status, owner, sort, columns } = filters;
  const applied = seldomAsked(filters) + [q, status, owner].filter(Boolean).length;
  const statuses = prospectStatuses.map((value) => ({ value, label: t(`prospects.statuses.${value}`) }));
  const seldom = choices.seldom && <SeldomFields filters={filters} choices={choices.seldom} />;
  const keep = { signal, columns, sort: sort === "urgency" ? undefined : sort };
  return (
    <Filters action="/prospects" applied={applied} keep={keep} more={more} seldom={seldom}>
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("prospects.search_hint")} />
      <FilterSelect name="owner" label={t("prospects.fields.owner")} value={owner} options={choices.owners} />
      <FilterSelect name="status" label={t("prospects.fields.status")} value={status} options={statuses} />
    </Filters>
  );
}

type Seldom = { filters: ProspectFilters; choices: NonNullable<ProspectFilterChoices["seldom"]> };

function SeldomFields({ filters: { industry, channel, origin, region, from, until }, choices }: Seldom) {
  return (
    <>
      <FilterSelect name="industry" label={t("prospects.fields.industry")} value={industry} options={choices.industries} />
      <FilterSelect name="channel" label={t("prospects.fields.channel")} value={channel} options={choices.channels} />
      <FilterSelect name="origin" label={t("prospects.fields.origin")} value={origin} options={choices.origins} />
      <FilterDate name="from" label={t("app.from")} value={from} />
      <FilterDate name="until" label={t("app.until")} value={until} />
      <FilterRegion label={t("prospects.fields.division")} value={region} />
    </>
  );
}
