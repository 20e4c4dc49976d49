import type { ReactNode } from "react";
import { FilterRegion, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { personTypes } from "@/db/vocabulary";
import type { AccountFilterChoices } from "@/lib/accounts/choices";
import { type AccountFilters, seldomAsked } from "@/lib/accounts/filters";
import { t } from "@/lib/i18n/words";

type Props = { filters: AccountFilters; more: ReactNode; choices: AccountFilterChoices };

export function AccountFilterForm({ filters, choices, more }: Props) {
  const { q, owner, kind, balance, sort, tag, columns } = filters;
  const applied = seldomAsked(filters) + [q, owner, kind, balance, tag].filter(Boolean).length;
  const kinds = choices.seesPurchases ? (["customer", "prospect", "supplier"] as const) : (["supplier"] as const);
  return (
    <Filters
      action="/accounts"
      applied={applied}
      keep={{ sort: sort === "name" ? undefined : sort, tag, columns }}
      more={more}
      seldom={choices.seldom && <SeldomFields filters={filters} choices={choices.seldom} />}
    >
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("accounts.search_hint")} />
      <FilterSelect name="kind" label={t("accounts.kind")} value={kind} options={kinds.map((value) => ({ value, label: t(`accounts.${value}`) }))} />
      {choices.seesBalances && (
        <FilterSelect
          name="balance"
          label={t("accounts.balance")}
          value={balance}
          options={(["owed", "overdue"] as const).map((value) => ({ value, label: t(`accounts.balances.${value}`) }))}
        />
      )}
      <FilterSelect name="owner" label={t("accounts.fields.owner")} value={owner} options={choices.owners} />
    </Filters>
  );
}

type Seldom = { filters: AccountFilters; choices: NonNullable<AccountFilterChoices["seldom"]> };

function SeldomFields({ filters: { category, industry, interest, origin, type, region }, choices }: Seldom) {
  return (
    <>
      <FilterSelect name="category" label={t("accounts.fields.category")} value={category} options={choices.categories} />
      <FilterSelect name="industry" label={t("accounts.fields.industry")} value={industry} options={choices.industries} />
      <FilterSelect name="interest" label={t("accounts.fields.interest")} value={interest} options={choices.interests} />
      <FilterSelect name="origin" label={t("accounts.fields.origin")} value={origin} options={choices.origins} />
      <FilterSelect
        name="type"
        label={t("accounts.fields.person_type")}
        value={type}
        options={personTypes.map((value) => ({ value, label: t(`accounts.person_types.${value}`) }))}
      />
      <FilterRegion label={t("accounts.fields.division")} value={region} />
    </>
  );
}
