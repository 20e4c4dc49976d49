import type { ReactNode } from "react";
import { FilterDate, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { t } from "@/lib/i18n/words";
import type { MailFilters } from "@/lib/mail/filters";
import type { Option } from "@/lib/settings/queries";

export function MailFilterForm({ path, filters, senders, more }: { path: string; filters: MailFilters; senders: Option[]; more: ReactNode }) {
  const { q, state, sender, account, from, until, about, id, sort, columns } = filters;
  const applied = [q, sender, account, from, until].filter(Boolean).length;
  return (
    <Filters action={path} applied={applied} keep={{ state, account, about, id, sort: sort === "-id" ? undefined : sort, columns }} more={more}>
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("mails.search_hint")} />
      <FilterSelect name="sender" label={t("mails.sender")} value={sender} options={[...senders, { value: "system", label: t("mails.system") }]} />
      <FilterDate name="from" label={t("app.from")} value={from} />
      <FilterDate name="until" label={t("app.until")} value={until} />
    </Filters>
  );
}
