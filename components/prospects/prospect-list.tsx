import type { ComponentProps } from "react";
import { ListDeeds, ListLooks, ViewLinks } from "@/components/lists/list-tools";
import { ButtonLink } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { withQuery } from "@/lib/core/links";
import { countText } from "@/lib/i18n/counts";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { Tools } from "@/lib/lists/queries";
import { type ProspectFilters, shownSignal } from "@/lib/prospects/filters";
import type { ProspectRow } from "@/lib/prospects/queries";
import { ProspectFilterForm } from "./prospect-filter-form";
import { ProspectTable } from "./prospect-table";

export type QueueCount = { signal: ReturnType<typeof shownSignal>; count: number };

type Props = {
  page: { rows: ProspectRow[]; next?: string; previous?: string };
  filters: ProspectFilters;
  counts: QueueCount[];
  /** The text finds more than are looked through. */
  isCut: boolean;
  choices: ComponentProps<typeof ProspectFilterForm>["choices"];
  mayCreate: boolean;
  /** How many came by a form and wait to be looked at; none for who does not look. */
  waiting: number;
  today: string;
  columns: ListColumn<ProspectRow>[];
  tools: Tools;
  picking: boolean;
};

const path = "/prospects";

export function ProspectList({ page, filters, counts, isCut, choices, mayCreate, waiting, tools, ...table }: Props) {
  const shown = shownSignal(filters);
  const isFiltered = withQuery(path, { ...filters, sort: undefined, columns: undefined, signal: undefined }, {}) !== path;
  const count = counts.find(({ signal }) => signal === shown)?.count;
  return (
    <main>
      <title>{`${t("prospects.title")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.prospects")}
        title={t("prospects.title")}
        soft={count === undefined ? undefined : countText("prospects.count", count, undefined, isCut)}
        actions={mayCreate && <NewProspect />}
        more={ListDeeds({ tools })}
      />
      <ViewLinks tools={tools} sort="urgency" />
      {waiting > 0 && (
        <p>
          <a href="/prospects/review">{t("web_forms.review_count", { count: waiting })}</a>
        </p>
      )}
      <Chips label={t("prospects.fields.signal")} items={counts.map((one) => chip(one, filters, isCut && one.signal === shown))} />
      <ProspectFilterForm filters={filters} choices={choices} more={<ListLooks tools={tools} />} />
      {page.rows.length === 0 ? (
        <Empty isFiltered={isFiltered} isQueue={filters.signal !== undefined} mayCreate={mayCreate} />
      ) : (
        <ProspectTable page={page} filters={filters} {...table} />
      )}
    </main>
  );
}

function chip({ signal, count }: QueueCount, filters: ProspectFilters, isCut: boolean) {
  const most = isCut ? 500 : 1000;
  const label = signal === "open" ? t("prospects.to_attend") : signal === "all" ? t("app.all") : t(`prospects.signals.${signal}`);
  return {
    href: withQuery(path, filters, { signal: signal === "open" ? undefined : signal, q: signal === "open" ? undefined : filters.q }),
    label,
    count: count > most || (isCut && count === most) ? `${most}+` : count,
    current: signal === shownSignal(filters),
    late: signal === "overdue" && count > 0,
  };
}

function Empty({ isFiltered, isQueue, mayCreate }: { isFiltered: boolean; isQueue: boolean; mayCreate: boolean }) {
  if (isFiltered) return <NothingFound href={path} />;
  if (isQueue) return <EmptyState title={t("prospects.to_attend_empty")} actions={<ButtonLink href={path}>{t("prospects.to_attend")}</ButtonLink>} />;
  return (
    <EmptyState title={t("prospects.empty")} actions={mayCreate && <NewProspect />}>
      {t("prospects.empty_hint")}
    </EmptyState>
  );
}

function NewProspect() {
  return (
    <ButtonLink href="/prospects/new" look="main" icon="plus" aria-keyshortcuts="c">
      {t("prospects.new")}
    </ButtonLink>
  );
}
