import { ListTable } from "@/components/lists/list-table";
import { ListDeeds, ListLooks, ViewLinks } from "@/components/lists/list-tools";
import { ButtonLink } from "@/components/ui/button";
import { EmailLink } from "@/components/ui/email-link";
import { EmptyState } from "@/components/ui/empty-state";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { PhoneLink } from "@/components/ui/phone-link";
import { owedOf } from "@/lib/accounts/balances";
import type { AccountFilterChoices } from "@/lib/accounts/choices";
import { type AccountFilters, isByBalance } from "@/lib/accounts/filters";
import type { AccountRow } from "@/lib/accounts/list";
import { type AccountSum, largestCap } from "@/lib/accounts/list-sums";
import { withQuery } from "@/lib/core/links";
import { balanceTexts, minorText } from "@/lib/i18n/balances";
import { countText } from "@/lib/i18n/counts";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import { listAddress } from "@/lib/lists/address";
import type { ListColumn } from "@/lib/lists/columns";
import type { Tools } from "@/lib/lists/queries";
import { AccountFilterForm } from "./account-filter-form";

type Props = {
  page: { rows: AccountRow[]; next?: string; previous?: string };
  filters: AccountFilters;
  count: number;
  choices: AccountFilterChoices;
  mayCreate: boolean;
  /** The name of the tag in the address. */
  tag?: string;
  columns: ListColumn<AccountRow>[];
  tools: Tools;
  /** Rows are being picked. */
  picking: boolean;
  sums: AccountSum[];
  /** Up to how many were counted, and added up. */
  cap: number;
  /** The text finds more than are looked through. */
  isCut: boolean;
  maySum: boolean;
};

const path = "/accounts";

export function AccountList({ page, filters, count, choices, mayCreate, tag, columns, tools, picking, sums, cap, isCut, maySum }: Props) {
  const isFiltered = withQuery(path, { ...filters, sort: undefined, columns: undefined }, {}) !== path;
  return (
    <main>
      <title>{`${t("accounts.title")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.accounts")}
        title={t("accounts.title")}
        soft={countText("accounts.count", count, cap, isCut)}
        actions={mayCreate && <NewAccount />}
        more={ListDeeds({ tools })}
      />
      <ViewLinks tools={tools} sort="name" />
      <AccountFilterForm filters={filters} choices={choices} more={<ListLooks tools={tools} />} />
      {isByBalance(filters.sort) && <p className="soft">{t("accounts.by_balance", { currency: current().currency })}</p>}
      {tag && (
        <p className="soft">
          {t("accounts.filtered_by_tag", { tag })} <a href={withQuery(path, filters, { tag: undefined })}>{t("app.remove")}</a>
        </p>
      )}
      {page.rows.length === 0 ? (
        <Empty isFiltered={isFiltered} mayCreate={mayCreate} />
      ) : (
        <>
          <Rows page={page} filters={filters} columns={columns} picking={picking} sums={sums} />
          {maySum && count > cap && cap < largestCap && <a href={withQuery(path, filters, { sum: 1 })}>{t("accounts.add_up")}</a>}
        </>
      )}
    </main>
  );
}

function Rows({ page, filters, columns, picking, sums }: Pick<Props, "page" | "filters" | "columns" | "picking" | "sums">) {
  const of = encodeURIComponent(listAddress(filters));
  return (
    <ListTable
      list="accounts"
      path={path}
      label={t("accounts.title")}
      columns={columns}
      cells={{ name: nameLeadingTo(of), phone: Phone, email: Email, balance: ({ money }) => balanceTexts(owedOf(money)) }}
      page={page}
      filters={filters}
      pick={picking ? ({ name }) => name : undefined}
      totals={sums.map(({ currency, count, balanceMinor }) => ({
        key: currency,
        label: t("accounts.sums", { count, currency }),
        cells: { balance: minorText(balanceMinor, currency) },
      }))}
    />
  );
}

/** The account's page knows the list it was opened from. */
function nameLeadingTo(list: string) {
  return ({ id, name }: AccountRow) => <a href={`/accounts/${id}?lista=${list}`}>{name}</a>;
}

function Phone({ phone, phoneE164 }: AccountRow) {
  return phone && <PhoneLink phone={phone} e164={phoneE164} />;
}

function Email({ email }: AccountRow) {
  return email && <EmailLink email={email} />;
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
