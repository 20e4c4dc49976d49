import type { ReactNode } from "react";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import type { AccountFilters } from "@/lib/accounts/filters";
import { t } from "@/lib/i18n/words";
import type { Option } from "@/lib/settings/queries";

type Props = { filters: AccountFilters; more: ReactNode; choices: { owners: Option[]; categories: Option[]; origins: Option[]; seesPurchases: boolean } };

export function AccountFilterForm({ filters, choices, more }: Props) {
  const { q, owner, category, origin, kind, sort, tag, columns } = filters;
  const applied = [q, owner, category, origin, kind, tag].filter(Boolean).length;
  const kinds = [
    ...(choices.seesPurchases
      ? [
          { value: "customer", label: t("accounts.customer") },
          { value: "prospect", label: t("accounts.prospect") },
        ]
      : []),
    { value: "supplier", label: t("accounts.supplier") },
  ];
  return (
    <Filters action="/accounts" applied={applied} keep={{ sort: sort === "name" ? undefined : sort, tag, columns }} more={more}>
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("accounts.search_hint")} />
      <FilterSelect name="kind" label={t("accounts.kind")} value={kind} options={kinds} />
      <FilterSelect name="owner" label={t("accounts.fields.owner")} value={owner} options={choices.owners} />
      <FilterSelect name="category" label={t("accounts.fields.category")} value={category} options={choices.categories} />
      <FilterSelect name="origin" label={t("accounts.fields.origin")} value={origin} options={choices.origins} />
    </Filters>
  );
}
