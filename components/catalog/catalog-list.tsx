import { Fragment } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { catalogKinds } from "@/db/vocabulary";
import type { CatalogFilters } from "@/lib/catalog/filters";
import type { CatalogRow } from "@/lib/catalog/queries";
import { sortLink, withQuery } from "@/lib/core/links";
import { countText } from "@/lib/i18n/counts";
import { formatMoney } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

type Props = {
  page: { rows: CatalogRow[]; next?: string; previous?: string };
  filters: CatalogFilters;
  count: number;
  currency: string;
  mayCreate: boolean;
};

const path = "/catalog";

export function CatalogList({ page, filters, count, currency, mayCreate }: Props) {
  return (
    <main>
      <title>{`${t("catalog.title")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.catalog")} title={t("catalog.title")} soft={countText("catalog.count", count)} actions={mayCreate && <NewItem />} />
      <FilterForm filters={filters} />
      {page.rows.length === 0 ? <Empty filters={filters} mayCreate={mayCreate} /> : <Rows page={page} filters={filters} currency={currency} />}
    </main>
  );
}

function FilterForm({ filters: { q, kind, state, sort } }: { filters: CatalogFilters }) {
  const kinds = catalogKinds.map((value) => ({ value, label: t(`catalog.kinds.${value}`) }));
  const states = [
    { value: "active", label: t("catalog.fields.is_active") },
    { value: "inactive", label: t("catalog.inactive") },
  ];
  return (
    <Filters action={path} applied={[q, kind, state].filter(Boolean).length} keep={{ sort: sort === "name" ? undefined : sort }}>
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("catalog.search_hint")} />
      <FilterSelect name="kind" label={t("catalog.fields.kind")} value={kind} options={kinds} />
      <FilterSelect name="state" label={t("documents.fields.status")} value={state} options={states} />
    </Filters>
  );
}

function Rows({ page, filters, currency }: Pick<Props, "page" | "filters" | "currency">) {
  const sort = (column: string) => sortLink(path, filters, column);
  return (
    <>
      <Table
        label={t("catalog.title")}
        columns={[
          { key: "code", label: t("catalog.fields.code"), kind: "code", sort: sort("code"), phone: "line" },
          { key: "name", label: t("catalog.fields.name"), sort: sort("name"), phone: "title" },
          { key: "unit", label: t("catalog.fields.unit"), kind: "soft", phone: "skip" },
          { key: "taxes", label: t("catalog.fields.taxes"), kind: "soft", phone: "line" },
          { key: "price", label: t("catalog.fields.price"), kind: "money", phone: "end" },
        ]}
        rows={page.rows.map((row) => ({ key: row.id, cells: cellsOf(row, currency) }))}
      />
      <Pager
        previous={page.previous && withQuery(path, filters, { cursor: page.previous })}
        next={page.next && withQuery(path, filters, { cursor: page.next })}
      />
    </>
  );
}

function cellsOf({ id, code, name, unit, taxNames, unitPrice, isActive }: CatalogRow, currency: string) {
  return [
    code,
    <Fragment key="name">
      <a href={`${path}/${id}`}>{name}</a>
      {!isActive && <small className="soft"> {t("catalog.inactive")}</small>}
    </Fragment>,
    unit,
    taxNames,
    formatMoney(unitPrice, currency),
  ];
}

function Empty({ filters, mayCreate }: Pick<Props, "filters" | "mayCreate">) {
  if (withQuery(path, { ...filters, sort: undefined }, {}) !== path) return <NothingFound href={path} />;
  return (
    <EmptyState title={t("catalog.empty")} actions={mayCreate && <NewItem />}>
      {t("catalog.empty_hint")}
    </EmptyState>
  );
}

function NewItem() {
  return (
    <ButtonLink href="/catalog/new" look="main" icon="plus" aria-keyshortcuts="c">
      {t("catalog.new")}
    </ButtonLink>
  );
}
