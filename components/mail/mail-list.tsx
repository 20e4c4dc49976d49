import { ListTable } from "@/components/lists/list-table";
import { ListDeeds, ListLooks, ViewLinks } from "@/components/lists/list-tools";
import { OfAccount } from "@/components/lists/of-account";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { NothingFound } from "@/components/ui/nothing-found";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { mailStates } from "@/db/vocabulary";
import { withQuery } from "@/lib/core/links";
import { countText } from "@/lib/i18n/counts";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { Tools } from "@/lib/lists/queries";
import type { MailFilters } from "@/lib/mail/filters";
import type { MailRow } from "@/lib/mail/list";
import { mostLooked } from "@/lib/mail/search";
import type { Option } from "@/lib/settings/queries";
import type { FormAction } from "@/lib/web/form-state";
import { mailCells } from "./mail-cells";
import { MailFilterForm } from "./mail-filter-form";

type Props = {
  page: { rows: MailRow[]; next?: string; previous?: string; isCut: boolean };
  filters: MailFilters;
  /** Infinite where a text was not looked for in all of the log. */
  count: number;
  columns: ListColumn<MailRow>[];
  tools: Tools;
  senders: Option[];
  /** The name of the account in the address. */
  company?: string;
  failing?: { since: number; retryAt: number };
  retry: FormAction;
  /** Those that this viewer may send again. */
  mayRetry: ReadonlySet<number>;
};

const path = "/mails";

export function MailList({ page, filters, count, columns, tools, senders, company, failing, retry, mayRetry }: Props) {
  const goesOn = page.isCut && <span className="soft">{t("mails.search_goes_on", { count: mostLooked })}</span>;
  return (
    <main>
      <title>{`${t("mails.title")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.mails")} title={t("mails.title")} soft={Number.isFinite(count) && countText("mails.count", count)} more={ListDeeds({ tools })} />
      {failing && <Notice tone="late">{t("mails.server.failing", { since: formatInstant(failing.since), retry: formatInstant(failing.retryAt) })}</Notice>}
      <ViewLinks tools={tools} sort="-id" />
      <Chips
        label={t("mails.state")}
        items={[undefined, ...mailStates].map((state) => ({
          href: withQuery(path, filters, { state }),
          label: state ? t(`mails.states.${state}`) : t("mails.all"),
          current: filters.state === state,
        }))}
      />
      <MailFilterForm path={path} filters={filters} senders={senders} more={<ListLooks tools={tools} />} />
      <OfAccount {...{ company, path, filters }} />
      {page.rows.length === 0 ? (
        <>
          <Empty page={page} filters={filters} />
          <Pager
            previous={page.previous && withQuery(path, filters, { cursor: page.previous })}
            next={page.next && withQuery(path, filters, { cursor: page.next })}
          >
            {goesOn}
          </Pager>
        </>
      ) : (
        <ListTable
          list="mails"
          path={path}
          label={t("mails.title")}
          columns={columns}
          cells={mailCells(retry, mayRetry)}
          page={page}
          filters={filters}
          order={goesOn}
        />
      )}
    </main>
  );
}

function Empty({ page, filters }: Pick<Props, "page" | "filters">) {
  if (page.isCut) return null;
  if (page.previous ?? page.next) return <EmptyState title={t("mails.no_more")}>{t("mails.no_more_hint")}</EmptyState>;
  const isFiltered = withQuery(path, { ...filters, sort: undefined, columns: undefined }, {}) !== path;
  if (isFiltered) return <NothingFound href={path} />;
  return <EmptyState title={t("mails.empty")}>{t("mails.empty_hint")}</EmptyState>;
}
