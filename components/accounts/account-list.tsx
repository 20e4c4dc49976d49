import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import type { AccountFilters } from "@/lib/accounts/filters";
import type { AccountRow } from "@/lib/accounts/list";
import { sortLink, withQuery } from "@/lib/core/links";
import { telLink } from "@/lib/core/phones";
import { balanceTexts } from "@/lib/i18n/balances";
import { countryName } from "@/lib/i18n/countries";
import { countText } from "@/lib/i18n/counts";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import type { Option } from "@/lib/settings/queries";
import { AccountFilterForm } from "./account-filter-form";

type Props = {
  page: { rows: AccountRow[]; next?: string; previous?: string };
  filters: AccountFilters;
  count: number;
  choices: { owners: Option[]; categories: Option[]; origins: Option[] };
  mayCreate: boolean;
  /** The name of the tag in the address. */
  tag?: string;
};

const path = "/accounts";

export function AccountList({ page, filters, count, choices, mayCreate, tag }: Props) {
  const isFiltered = withQuery(path, { ...filters, sort: undefined }, {}) !== path;
  return (
    <main>
      <title>{`${t("accounts.title")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.accounts")} title={t("accounts.title")} soft={countText("accounts.count", count)} actions={mayCreate && <NewAccount />} />
      <AccountFilterForm filters={filters} choices={choices} />
      {tag && (
        <p className="soft">
          {t("accounts.filtered_by_tag", { tag })} <a href={withQuery(path, filters, { tag: undefined })}>{t("app.remove")}</a>
        </p>
      )}
      {page.rows.length === 0 ? <Empty isFiltered={isFiltered} mayCreate={mayCreate} /> : <Rows page={page} filters={filters} />}
    </main>
  );
}

function Rows({ page, filters }: Pick<Props, "page" | "filters">) {
  const sort = (column: string) => sortLink(path, filters, column);
  return (
    <>
      <Table
        label={t("accounts.title")}
        columns={[
          { key: "name", label: t("accounts.fields.name"), sort: sort("name"), phone: "title" },
          { key: "city", label: t("accounts.fields.city"), kind: "soft", sort: sort("city"), phone: "line" },
          { key: "phone", label: t("accounts.fields.phone"), kind: "phone", phone: "line" },
          { key: "owner", label: t("accounts.fields.owner"), kind: "soft", sort: sort("owner"), phone: "skip" },
          { key: "kind", label: t("accounts.kind"), kind: "soft", phone: "line" },
          { key: "balance", label: t("accounts.balance"), kind: "money", phone: "end" },
        ]}
        rows={page.rows.map((row) => ({ key: row.id, cells: cellsOf(row) }))}
      />
      <Pager
        previous={page.previous && withQuery(path, filters, { cursor: page.previous })}
        next={page.next && withQuery(path, filters, { cursor: page.next })}
      />
    </>
  );
}

function cellsOf({ id, name, city, country, phone, phoneE164, ownerName, isCustomer, isSupplier, balances }: AccountRow) {
  return [
    <a key="name" href={`/accounts/${id}`}>
      {name}
    </a>,
    [city, country && country !== current().pack.code && countryName(country)].filter(Boolean).join(", "),
    phone && (phoneE164 ? <a href={telLink(phoneE164)}>{phone}</a> : phone),
    ownerName,
    isCustomer ? t("accounts.customer") : isSupplier ? t("accounts.supplier") : t("accounts.prospect"),
    balanceTexts(balances),
  ];
}

function Empty({ isFiltered, mayCreate }: { isFiltered: boolean; mayCreate: boolean }) {
  if (isFiltered) return <NothingFound href={path} />;
  return (
    <EmptyState title={t("accounts.empty")} actions={mayCreate && <NewAccount />}>
      {t("accounts.empty_hint")}
    </EmptyState>
  );
}

function NewAccount() {
  return (
    <ButtonLink href="/accounts/new" look="main" icon="plus" aria-keyshortcuts="c">
      {t("accounts.new")}
    </ButtonLink>
  );
}
