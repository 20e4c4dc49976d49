import { ListTable } from "@/components/lists/list-table";
import { ListDeeds, ListLooks, ViewLinks } from "@/components/lists/list-tools";
import { OfAccount } from "@/components/lists/of-account";
import { ButtonLink } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { withQuery } from "@/lib/core/links";
import type { Chip, DocumentFilters } from "@/lib/documents/filters";
import { kinds, type SalesKind } from "@/lib/documents/kinds";
import type { DocumentRow } from "@/lib/documents/list";
import { type Sums, sumCap } from "@/lib/documents/list-sums";
import { minorText } from "@/lib/i18n/balances";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { Tools } from "@/lib/lists/queries";
import type { Option } from "@/lib/settings/queries";
import { DocumentFilterForm } from "./filter-form";
import { listCells } from "./list-cells";

type Props = {
  kind: SalesKind;
  page: { rows: DocumentRow[]; next?: string; previous?: string };
  filters: DocumentFilters;
  sums: Sums;
  chips: Map<Chip, Sums>;
  /** The text finds more customers than are looked through. */
  isCut: boolean;
  /** The name of the account in the address. */
  company?: string;
  owners: Option[];
  today: string;
  mayCreate: boolean;
  columns: ListColumn<DocumentRow>[];
  tools: Tools;
  /** Rows are being picked. */
  picking: boolean;
};

export function DocumentList({ kind, page, filters, sums, chips, isCut, company, owners, today, mayCreate, columns, tools, picking }: Props) {
  const { path } = kinds[kind];
  const title = t(`documents.titles.${kind}`);
  const isFiltered = withQuery(path, { ...filters, sort: undefined, columns: undefined }, {}) !== path;
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t(`help.${kind}s`)}
        title={title}
        soft={isCut && t("app.type_more")}
        actions={mayCreate && <NewDocument kind={kind} />}
        more={ListDeeds({ tools })}
      />
      <ViewLinks tools={tools} sort="-date" />
      <Chips label={t("documents.fields.status")} items={chipItems(kind, filters, chips)} />
      <DocumentFilterForm kind={kind} filters={filters} owners={owners} more={<ListLooks tools={tools} />} />
      <OfAccount {...{ company, path, filters }} />
      {page.rows.length === 0 ? (
        <Empty kind={kind} isFiltered={isFiltered} mayCreate={mayCreate} />
      ) : (
        <Rows {...{ kind, page, filters, sums, isCut, today, columns, picking }} />
      )}
    </main>
  );
}

type RowProps = Pick<Props, "kind" | "page" | "filters" | "sums" | "isCut" | "today" | "columns" | "picking">;

function Rows({ kind, page, filters, sums, isCut, today, columns, picking }: RowProps) {
  const hasDate = columns.some(({ key }) => key === "date");
  return (
    <>
      <ListTable
        list={kinds[kind].module}
        path={kinds[kind].path}
        label={t(`documents.titles.${kind}`)}
        columns={columns}
        cells={listCells(kind, today, hasDate)}
        page={page}
        filters={filters}
        pick={picking ? ({ label, customerName }) => `${label ?? t("events.draft")} ${customerName}` : undefined}
        totals={sums.isCapped ? undefined : sums.sums.map((sum) => ({ key: sum.currency, label: footLabel(sum), cells: footCells(kind, sum) }))}
      />
      {sums.isCapped && !isCut && <p className="soft">{t("app.more_than", { count: sumCap })}</p>}
    </>
  );
}

function footLabel({ count, currency }: Sums["sums"][number]) {
  return t("documents.totals_of_filter", { count, currency });
}

function footCells(kind: SalesKind, { totalMinor, balanceMinor, currency }: Sums["sums"][number]): Record<string, string> {
  const total = minorText(totalMinor, currency);
  return kinds[kind].isFiscal ? { total, balance: minorText(balanceMinor, currency) } : { total };
}

function chipItems(kind: SalesKind, filters: DocumentFilters, counted: Map<Chip, Sums>) {
  const { path, chips, isFiscal } = kinds[kind];
  const all = { href: withQuery(path, filters, { chip: undefined }), label: t(`documents.filters.all.${kind}`) };
  return [
    { ...all, current: filters.chip === undefined },
    ...chips.map((chip) => ({
      href: withQuery(path, filters, { chip }),
      label: chip === "voided" ? t(`documents.filters.voided.${kind}`) : t(`documents.filters.${chip}`),
      current: filters.chip === chip,
      late: chip === "overdue" || chip === "expired",
      ...figures(counted.get(chip), isFiscal && chip !== "draft"),
    })),
  ];
}

function figures(found: Sums | undefined, isOwed: boolean) {
  if (!found || found.sums.length === 0) return {};
  if (found.isCapped) return { count: t("app.more_than", { count: sumCap }) };
  const amounts = found.sums.map(({ currency, totalMinor, balanceMinor }) => minorText(isOwed ? balanceMinor : totalMinor, currency));
  return { count: found.sums.reduce((rows, { count }) => rows + count, 0), amount: amounts.join(" · ") };
}

function Empty({ kind, isFiltered, mayCreate }: Pick<Props, "kind" | "mayCreate"> & { isFiltered: boolean }) {
  if (isFiltered) return <NothingFound href={kinds[kind].path} />;
  return (
    <EmptyState title={t(`documents.empty.${kind}`)} actions={mayCreate && <NewDocument kind={kind} />}>
      {t("documents.empty_hint")}
    </EmptyState>
  );
}

function NewDocument({ kind }: { kind: SalesKind }) {
  return (
    <ButtonLink href={`${kinds[kind].path}/new`} look="main" icon="plus" aria-keyshortcuts="c">
      {t(`documents.kinds.${kind}.new`)}
    </ButtonLink>
  );
}
