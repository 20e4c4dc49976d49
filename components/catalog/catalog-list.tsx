import { ListTable } from "@/components/lists/list-table";
import { ListDeeds, ListLooks, ViewLinks } from "@/components/lists/list-tools";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { catalogKinds } from "@/db/vocabulary";
import type { CatalogFilters } from "@/lib/catalog/filters";
import type { CatalogRow } from "@/lib/catalog/queries";
import { withQuery } from "@/lib/core/links";
import { countText } from "@/lib/i18n/counts";
import { formatMoney } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { Tools } from "@/lib/lists/queries";

type Props = {
  page: { rows: CatalogRow[]; next?: string; previous?: string };
  filters: CatalogFilters;
  count: number;
  /** The text finds more than are looked through. */
  isCut: boolean;
  currency: string;
  mayCreate: boolean;
  columns: ListColumn<CatalogRow>[];
  tools: Tools;
  /** Rows are being picked. */
  picking: boolean;
};

const path = "/catalog";

export function CatalogList({ page, filters, count, isCut, currency, mayCreate, columns, tools, picking }: Props) {
  return (
    <main>
      <title>{`${t("catalog.title")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.catalog")}
        title={t("catalog.title")}
        soft={countText("catalog.count", count, undefined, isCut)}
        actions={mayCreate && <NewItem />}
        more={ListDeeds({ tools })}
      />
      <ViewLinks tools={tools} sort="name" />
      <FilterForm filters={filters} tools={tools} />
      {page.rows.length === 0 ? <Empty filters={filters} mayCreate={mayCreate} /> : <Rows {...{ page, filters, currency, columns, picking }} />}
    </main>
  );
}

function FilterForm({ filters: { q, kind, state, sort, columns }, tools }: Pick<Props, "filters" | "tools">) {
  const kinds = catalogKinds.map((value) => ({ value, label: t(`catalog.kinds.${value}`) }));
  const states = [
    { value: "active", label: t("catalog.fields.is_active") },
    { value: "inactive", label: t("catalog.inactive") },
  ];
  return (
    <Filters
      action={path}
      applied={[q, kind, state].filter(Boolean).length}
      keep={{ sort: sort === "name" ? undefined : sort, columns }}
      more={<ListLooks tools={tools} />}
    >
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("catalog.search_hint")} />
      <FilterSelect name="kind" label={t("catalog.fields.kind")} value={kind} options={kinds} />
      <FilterSelect name="state" label={t("documents.fields.status")} value={state} options={states} />
    </Filters>
  );
}

function Rows({ page, filters, currency, columns, picking }: Pick<Props, "page" | "filters" | "currency" | "columns" | "picking">) {
  const money = (amount: string | null) => amount && formatMoney(amount, currency);
  return (
    <ListTable
      list="catalog"
      path={path}
      label={t("catalog.title")}
      columns={columns}
      cells={{ name: Name, cost: ({ cost }) => money(cost), price: ({ unitPrice }) => money(unitPrice) }}
      page={page}
      filters={filters}
      pick={picking ? ({ name }) => name : undefined}
    />
  );
}

function Name({ id, name, isActive }: CatalogRow) {
  return (
    <>
      <a href={`${path}/${id}`}>{name}</a>
      {!isActive && <small className="soft"> {t("catalog.inactive")}</small>}
    </>
  );
}

function Empty({ filters, mayCreate }: Pick<Props, "filters" | "mayCreate">) {
  if (withQuery(path, { ...filters, sort: undefined, columns: undefined }, {}) !== path) return <NothingFound href={path} />;
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
