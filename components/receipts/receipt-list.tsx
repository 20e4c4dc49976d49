import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import { sortLink, withQuery } from "@/lib/core/links";
import { minorText } from "@/lib/i18n/balances";
import { countText } from "@/lib/i18n/counts";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { ReceiptFilters } from "@/lib/receipts/filters";
import type { ReceiptRow, ReceiptSums } from "@/lib/receipts/queries";
import { ReceiptFilterForm } from "./receipt-filter-form";
import { receiptState } from "./states";

type Props = { page: { rows: ReceiptRow[]; next?: string; previous?: string }; filters: ReceiptFilters; sums: ReceiptSums; mayCreate: boolean };

const path = "/receipts";
const countCap = 5000;

export function ReceiptList({ page, filters, sums, mayCreate }: Props) {
  const isFiltered = withQuery(path, { ...filters, sort: undefined }, {}) !== path;
  return (
    <main>
      <title>{`${t("receipts.title")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.receipts")}
        title={t("receipts.title")}
        soft={countText("receipts.count", sums.count, countCap)}
        actions={mayCreate && <NewReceipt />}
      />
      <ReceiptFilterForm filters={filters} />
      {page.rows.length === 0 ? <Empty isFiltered={isFiltered} mayCreate={mayCreate} /> : <Rows page={page} filters={filters} sums={sums} />}
    </main>
  );
}

function Rows({ page, filters, sums: { sums } }: Pick<Props, "page" | "filters" | "sums">) {
  const sort = (column: string) => sortLink(path, filters, column);
  return (
    <>
      <Table
        label={t("receipts.title")}
        columns={[
          { key: "number", label: t("receipts.fields.number"), sort: sort("number"), phone: "title" },
          { key: "date", label: t("receipts.fields.received_on"), kind: "date", sort: sort("date"), phone: "end" },
          { key: "customer", label: t("receipts.fields.account"), sort: sort("customer"), phone: "line" },
          { key: "state", label: t("app.status"), kind: "state", phone: "line" },
          { key: "amount", label: t("receipts.fields.amount"), kind: "money", sort: sort("amount"), phone: "end" },
          { key: "left", label: t("receipts.fields.unapplied"), kind: "money", phone: "label" },
        ]}
        rows={page.rows.map((row) => ({ key: row.id, cells: cellsOf(row) }))}
        totals={sums.map(({ currency, count, totalMinor, balanceMinor }) => ({
          key: currency,
          label: t("receipts.sums", { count, currency }),
          cells: [minorText(totalMinor, currency), minorText(balanceMinor, currency)],
        }))}
      />
      <Pager
        previous={page.previous && withQuery(path, filters, { cursor: page.previous })}
        next={page.next && withQuery(path, filters, { cursor: page.next })}
      />
    </>
  );
}

function cellsOf(row: ReceiptRow) {
  const { id, label, issuedOn, customerName, currency, totalMinor, balanceMinor } = row;
  const state = receiptState(row);
  return [
    <a key="number" href={`/receipts/${id}`}>
      {label}
    </a>,
    formatDate(issuedOn),
    customerName,
    <State key="state" tone={state.tone}>
      {state.label}
    </State>,
    minorText(totalMinor, currency),
    balanceMinor > 0 ? minorText(balanceMinor, currency) : "",
  ];
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
