import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { NothingFound } from "@/components/ui/nothing-found";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { mailStates } from "@/db/vocabulary";
import { withQuery } from "@/lib/core/links";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { MailFilters } from "@/lib/mail/filters";
import type { MailRow } from "@/lib/mail/queries";
import { reasonText } from "@/lib/mail/reason";
import { mostLooked } from "@/lib/mail/search";
import { MailStateMark } from "./mail-state";

type Props = {
  page: { rows: MailRow[]; next?: string; previous?: string; isCut: boolean };
  filters: MailFilters;
  failing?: { since: number; retryAt: number };
};

const path = "/mails";

export function MailList({ page, filters, failing }: Props) {
  const { q, state, about, id } = filters;
  const isAll = q === "" && state === undefined && about === undefined;
  return (
    <main>
      <title>{`${t("mails.title")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.mails")} title={t("mails.title")} />
      {failing && <Notice tone="late">{t("mails.server.failing", { since: formatInstant(failing.since), retry: formatInstant(failing.retryAt) })}</Notice>}
      <Chips
        label={t("mails.state")}
        items={[undefined, ...mailStates].map((state) => ({
          href: withQuery(path, filters, { state }),
          label: state ? t(`mails.states.${state}`) : t("mails.all"),
          current: filters.state === state,
        }))}
      />
      <Filters action={path} applied={q === "" ? 0 : 1} keep={{ state, about, id }}>
        <FilterText name="q" label={t("app.search")} value={q} placeholder={t("mails.search_hint")} />
      </Filters>
      {page.rows.length === 0 ? <Empty isAll={isAll} isCut={page.isCut} isBeyond={Boolean(page.previous ?? page.next)} /> : <Rows rows={page.rows} />}
      {page.isCut && <p className="soft">{t("mails.search_goes_on", { count: mostLooked })}</p>}
      <Pager
        previous={page.previous && withQuery(path, filters, { cursor: page.previous })}
        next={page.next && withQuery(path, filters, { cursor: page.next })}
      />
    </main>
  );
}

function Empty({ isAll, isCut, isBeyond }: Record<"isAll" | "isCut" | "isBeyond", boolean>) {
  if (isCut) return null;
  if (isBeyond) return <EmptyState title={t("mails.no_more")}>{t("mails.no_more_hint")}</EmptyState>;
  if (isAll) return <EmptyState title={t("mails.empty")}>{t("mails.empty_hint")}</EmptyState>;
  return <NothingFound href={path} />;
}

function Rows({ rows }: { rows: MailRow[] }) {
  return (
    <Table
      label={t("mails.title")}
      columns={[
        { key: "subject", label: t("mails.fields.subject"), phone: "title" },
        { key: "to", label: t("mails.people"), kind: "soft", phone: "line" },
        { key: "state", label: t("mails.state"), kind: "state", phone: "line" },
        { key: "sender", label: t("mails.sender"), kind: "soft", phone: "line" },
        { key: "at", label: t("mails.created_at"), kind: "date", phone: "end" },
      ]}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row) }))}
    />
  );
}

function cellsOf({ id, subject, recipients, isPartial, state, reason, senderName, createdAt }: MailRow) {
  return [
    <span key="subject">
      <a href={`${path}/${id}`}>{subject}</a>
      {reason && state !== "sent" && <small> {reasonText(reason)}</small>}
    </span>,
    recipients.join(", "),
    <MailStateMark key="state" state={state} isPartial={isPartial} />,
    senderName ?? t("mails.system"),
    formatInstant(createdAt),
  ];
}
