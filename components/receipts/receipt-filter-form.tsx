import type { ReactNode } from "react";
import { FilterDate, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { tenderMethods } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { ReceiptFilters } from "@/lib/receipts/filters";
import type { Option } from "@/lib/settings/queries";

export function ReceiptFilterForm({ filters, owners, more }: { filters: ReceiptFilters; owners: Option[]; more: ReactNode }) {
  const { q, from, until, status, method, account, owner, sort, columns } = filters;
  const applied = [q, from, until, status, method, account, owner].filter(Boolean).length;
  const statuses = (["posted", "unapplied", "voided"] as const).map((value) => ({ value, label: t(`receipts.statuses.${value}`) }));
  const methods = tenderMethods.map((value) => ({ value, label: t(`receipts.methods.${value}`) }));
  return (
    <Filters action="/receipts" applied={applied} keep={{ sort: sort === "-date" ? undefined : sort, account, columns }} more={more}>
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("receipts.search_hint")} />
      <FilterDate name="from" label={t("app.from")} value={from} />
      <FilterDate name="until" label={t("app.until")} value={until} />
      <FilterSelect name="status" label={t("app.status")} value={status} options={statuses} />
      <FilterSelect name="method" label={t("receipts.fields.method")} value={method} options={methods} />
      <FilterSelect name="owner" label={t("accounts.fields.owner")} value={owner} options={owners} />
    </Filters>
  );
}
