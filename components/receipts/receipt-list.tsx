import { ListTable } from "@/components/lists/list-table";
import { ListDeeds, ListLooks, ViewLinks } from "@/components/lists/list-tools";
import { OfAccount } from "@/components/lists/of-account";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { withQuery } from "@/lib/core/links";
import { minorText } from "@/lib/i18n/balances";
import { countText } from "@/lib/i18n/counts";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { Tools } from "@/lib/lists/queries";
import type { ReceiptFilters } from "@/lib/receipts/filters";
import type { ReceiptRow, ReceiptSums } from "@/lib/receipts/queries";
import type { Option } from "@/lib/settings/queries";
import { ReceiptFilterForm } from "./receipt-filter-form";
import { receiptState } from "./states";

type Props = {
  page: { rows: ReceiptRow[]; next?: string; previous?: string };
  filters: ReceiptFilters;
  sums: ReceiptSums;
  /** The name of the account in the address. */
  company?: string;
  owners: Option[];
  mayCreate: boolean;
  columns: ListColumn<ReceiptRow>[];
  tools: Tools;
  /** Rows are being picked. */
  picking: boolean;
};

const path = "/receipts";
const countCap = 5000;

export function ReceiptList({ page, filters, sums, company, owners, mayCreate, columns, tools, picking }: Props) {
  const isFiltered = withQuery(path, { ...filters, sort: undefined, columns: undefined }, {}) !== path;
  return (
    <main>
      <title>{`${t("receipts.title")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.receipts")}
        title={t("receipts.title")}
        soft={countText("receipts.count", sums.count, countCap, sums.isCut)}
        actions={mayCreate && <NewReceipt />}
        more={ListDeeds({ tools })}
      />
      <ViewLinks tools={tools} sort="-date" />
      <ReceiptFilterForm filters={filters} owners={owners} more={<ListLooks tools={tools} />} />
      <OfAccount {...{ company, path, filters }} />
      {page.rows.length === 0 ? <Empty isFiltered={isFiltered} mayCreate={mayCreate} /> : <Rows {...{ page, filters, sums, columns, picking }} />}
    </main>
  );
}

function Rows({ page, filters, sums: { sums }, columns, picking }: Pick<Props, "page" | "filters" | "sums" | "columns" | "picking">) {
  return (
    <ListTable
      list="receipts"
      path={path}
      label={t("receipts.title")}
      columns={columns}
      cells={{ number: Folio, customer: Payer, state: Stand, amount: ({ totalMinor, currency }) => minorText(totalMinor, currency), left: Left }}
      page={page}
      filters={filters}
      pick={picking ? ({ label, customerName }) => `${label} ${customerName}` : undefined}
      totals={sums.map(({ currency, count, totalMinor, balanceMinor }) => ({
        key: currency,
        label: t("receipts.sums", { count, currency }),
        cells: { amount: minorText(totalMinor, currency), left: minorText(balanceMinor, currency) },
      }))}
    />
  );
}

function Payer({ accountId, customerName }: ReceiptRow) {
  return <a href={`/accounts/${accountId}`}>{customerName}</a>;
}

function Folio({ id, label }: ReceiptRow) {
  return <a href={`/receipts/${id}`}>{label}</a>;
}

function Stand(row: ReceiptRow) {
  const { tone, label } = receiptState(row);
  return <State tone={tone}>{label}</State>;
}

function Left({ balanceMinor, currency }: ReceiptRow) {
  return balanceMinor > 0 ? minorText(balanceMinor, currency) : "";
}

function Empty({ isFiltered, mayCreate }: { isFiltered: boolean; mayCreate: boolean }) {
  if (isFiltered) return <NothingFound href={path} />;
  return (
    <EmptyState title={t("receipts.empty")} actions={mayCreate && <NewReceipt />}>
      {t("receipts.empty_hint")}
    </EmptyState>
  );
}

function NewReceipt() {
  return (
    <ButtonLink href="/receipts/new" look="main" icon="plus" aria-keyshortcuts="c">
      {t("receipts.new")}
    </ButtonLink>
  );
}
