import type { ReactNode } from "react";
import { FilterDate, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import type { DocumentFilters } from "@/lib/documents/filters";
import { kinds, type SalesKind } from "@/lib/documents/kinds";
import { t } from "@/lib/i18n/words";
import type { Option } from "@/lib/settings/queries";

type Props = { kind: SalesKind; filters: DocumentFilters; owners: Option[]; more: ReactNode };

export function DocumentFilterForm({ kind, filters, owners, more }: Props) {
  const { q, from, to, owner, chip, account, sort, columns } = filters;
  const applied = [q, from, to, owner, account].filter(Boolean).length;
  return (
    <Filters action={kinds[kind].path} applied={applied} keep={{ chip, account, columns, sort: sort === "-date" ? undefined : sort }} more={more}>
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("documents.filters.search_hint")} />
      <FilterDate name="from" label={t("documents.filters.from")} value={from} />
      <FilterDate name="to" label={t("documents.filters.to")} value={to} />
      <FilterSelect name="owner" label={t("documents.fields.owner")} value={owner} options={owners} />
    </Filters>
  );
}
