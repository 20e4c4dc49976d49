import { ListTable } from "@/components/lists/list-table";
import { OfAccount } from "@/components/lists/of-account";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { auditColumns, kindText, recordText } from "@/lib/audit/columns";
import type { AuditFilters } from "@/lib/audit/filters";
import type { AuditPage as Found } from "@/lib/audit/list";
import { mostLooked } from "@/lib/audit/walk";
import { withQuery } from "@/lib/core/links";
import type { lastVerification } from "@/lib/events/verification";
import { t } from "@/lib/i18n/words";
import { viewAddress } from "@/lib/lists/address";
import type { Option } from "@/lib/settings/queries";
import { auditCells, auditPath } from "./audit-cells";
import { AuditFilterForm } from "./audit-filter-form";
import { LogVerified, PageVerified } from "./verified";

type Props = { page: Found; filters: AuditFilters; people: Option[]; company?: string; verified: ReturnType<typeof lastVerification> };

/** What stands in the sentence, and what only a file needs. */
const notShown = ["id", "kind", "record", "changes"];

export function AuditPage({ page, filters, people, company, verified }: Props) {
  const goesOn = page.isCut && <span className="soft">{t("audit.goes_on", { count: mostLooked })}</span>;
  const exportLink = withQuery(`${auditPath}/export`, {}, { of: viewAddress(filters) });
  return (
    <main>
      <title>{`${t("settings.audit")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.audit")}
        title={t("settings.audit")}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { label: t("settings.audit") }]}
        more={<ButtonLink href={exportLink}>{t("app.export")}</ButtonLink>}
      />
      <AuditFilterForm path={auditPath} filters={filters} people={people} />
      <OfAccount {...{ company, path: auditPath, filters }} />
      <OfRecord page={page} filters={filters} />
      <LogVerified verified={verified} />
      {page.rows.length === 0 ? (
        <>
          <Empty page={page} />
          <Pager
            previous={page.previous && withQuery(auditPath, filters, { cursor: page.previous })}
            next={page.next && withQuery(auditPath, filters, { cursor: page.next })}
          >
            {goesOn}
          </Pager>
        </>
      ) : (
        <>
          <PageVerified rows={page.rows} />
          <ListTable
            list="audit"
            path={auditPath}
            label={t("settings.audit")}
            columns={auditColumns.filter(({ key }) => !notShown.includes(key))}
            cells={auditCells}
            page={page}
            filters={filters}
            order={goesOn}
          />
        </>
      )}
    </main>
  );
}

function OfRecord({ page, filters }: { page: Found; filters: AuditFilters }) {
  const { kind, id } = filters;
  if (kind === undefined || id === undefined) return null;
  const [first] = page.rows;
  return (
    <p className="soft">
      {t("audit.of_record", { record: first ? recordText(first) : `${kindText(kind)} #${id}` })}{" "}
      <a href={withQuery(auditPath, filters, { kind: undefined, id: undefined })}>{t("app.remove")}</a>
    </p>
  );
}

function Empty({ page }: { page: Found }) {
  if (page.previous ?? page.next) return <EmptyState title={t("audit.no_more")}>{t("audit.no_more_hint")}</EmptyState>;
  return <NothingFound href={auditPath} />;
}
