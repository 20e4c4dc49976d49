import { ListDeeds, ListLooks, ViewLinks } from "@/components/lists/list-tools";
import { ButtonLink } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import type { ActivityOwnerChoice } from "@/lib/activities/choices";
import { type ActivityFilters, type ActivityState, shownState, usualSort } from "@/lib/activities/filters";
import type { ListedActivity } from "@/lib/activities/list";
import { withQuery } from "@/lib/core/links";
import { countText } from "@/lib/i18n/counts";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { Tools } from "@/lib/lists/queries";
import { ActivityFilterForm } from "./activity-filter-form";
import { ActivityTable } from "./activity-table";

/** Without a number where counting would walk through everybody's. */
export type StateCount = { state: ActivityState; count?: number };

type Props = {
  page: { rows: ListedActivity[]; next?: string; previous?: string };
  filters: ActivityFilters;
  counts: StateCount[];
  /** The text finds more than are looked through. */
  isCut: boolean;
  owners: ActivityOwnerChoice[];
  /** The filters asked for less often are shown. */
  isWide: boolean;
  mayCreate: boolean;
  columns: ListColumn<ListedActivity>[];
  tools: Tools;
  picking: boolean;
  mayMove: (row: ListedActivity) => boolean;
};

const path = "/activities";

export function ActivityList({ page, filters, counts, isCut, owners, isWide, mayCreate, tools, ...table }: Props) {
  const shown = shownState(filters);
  const count = counts.find(({ state }) => state === shown)?.count;
  return (
    <main>
      <title>{`${t("activities.title")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.activities")}
        title={t("activities.title")}
        soft={count === undefined ? undefined : countText("activities.count", count, undefined, isCut)}
        actions={mayCreate && <NewActivity />}
        more={ListDeeds({ tools })}
      />
      <ViewLinks tools={tools} sort="when" />
      <Chips label={t("app.status")} items={counts.map((one) => chip(one, filters, isCut && one.state === shown))} />
      <ActivityFilterForm filters={filters} owners={owners} isWide={isWide} more={<ListLooks tools={tools} />} />
      {page.rows.length === 0 ? <Empty filters={filters} mayCreate={mayCreate} /> : <ActivityTable page={page} filters={filters} {...table} />}
    </main>
  );
}

function chip({ state, count }: StateCount, filters: ActivityFilters, isCut: boolean) {
  const most = isCut ? 500 : 1000;
  const isUsual = state === shownState({ q: filters.q, state: undefined });
  return {
    // The bare address asks for what is usual in one's role, which may be another state.
    href: withQuery(path, filters, { state: isUsual ? undefined : state, sort: isUsual ? usualSort({ q: filters.q }) : undefined }),
    label: t(`activities.states.${state}`),
    count: count !== undefined && (count > most || (isCut && count === most)) ? `${most}+` : count,
    current: state === shownState(filters),
    late: state === "overdue" && count !== undefined && count > 0,
  };
}

function Empty({ filters, mayCreate }: { filters: ActivityFilters; mayCreate: boolean }) {
  const isFiltered = withQuery(path, { ...filters, sort: undefined, columns: undefined }, {}) !== path;
  if (isFiltered) return <NothingFound href={path} />;
  return (
    <EmptyState title={t("activities.nothing_to_do")} actions={mayCreate && <NewActivity />}>
      {t("activities.nothing_to_do_hint")}
    </EmptyState>
  );
}

function NewActivity() {
  return (
    <ButtonLink href="/activities/new" look="main" icon="plus" aria-keyshortcuts="c">
      {t("activities.new")}
    </ButtonLink>
  );
}
