import type { ReactNode } from "react";
import { FilterRegion, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { prospectStatuses } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { ProspectFilters } from "@/lib/prospects/filters";
import type { Option } from "@/lib/settings/queries";

type Props = { filters: ProspectFilters; more: ReactNode; choices: { owners: Option[]; industries: Option[]; channels: Option[]; origins: Option[] } };

export function ProspectFilterForm({ filters, choices, more }: Props) {
  const { q, signal, status, owner, industry, channel, origin, region, sort, columns } = filters;
  const seldom = { applied: [industry, channel, origin, region].filter(Boolean).length, fields: <SeldomFields {...{ filters, choices }} /> };
  const applied = seldom.applied + [q, status, owner].filter(Boolean).length;
  const statuses = prospectStatuses.map((value) => ({ value, label: t(`prospects.statuses.${value}`) }));
  const keep = { signal, columns, sort: sort === "urgency" ? undefined : sort };
  return (
    <Filters action="/prospects" applied={applied} keep={keep} more={more} seldom={seldom}>
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("prospects.search_hint")} />
      <FilterSelect name="owner" label={t("prospects.fields.owner")} value={owner} options={choices.owners} />
      <FilterSelect name="status" label={t("prospects.fields.status")} value={status} options={statuses} />
    </Filters>
  );
}

function SeldomFields({ filters: { industry, channel, origin, region }, choices }: Pick<Props, "filters" | "choices">) {
  return (
    <>
      <FilterSelect name="industry" label={t("prospects.fields.industry")} value={industry} options={choices.industries} />
      <FilterSelect name="channel" label={t("prospects.fields.channel")} value={channel} options={choices.channels} />
      <FilterSelect name="origin" label={t("prospects.fields.origin")} value={origin} options={choices.origins} />
      <FilterRegion label={t("prospects.fields.division")} value={region} />
    </>
  );
}
