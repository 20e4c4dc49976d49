import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { withQuery } from "@/lib/core/links";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { ImportFilters } from "@/lib/imports/filters";
import type { ImportRow } from "@/lib/imports/queries";
import { ImportStateMark } from "./import-state";

type Props = { page: { rows: ImportRow[]; next?: string; previous?: string }; filters: ImportFilters; mayUpload: boolean };

const path = "/imports";

export function ImportList({ page, filters, mayUpload }: Props) {
  return (
    <main>
      <title>{`${t("imports.many")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.imports")} title={t("imports.many")} actions={mayUpload && page.rows.length > 0 && <NewImport />} />
      {page.rows.length === 0 ? (
        <EmptyState title={t("imports.empty")} actions={mayUpload && <NewImport />}>
          {t("imports.empty_hint")}
        </EmptyState>
      ) : (
        <>
          <Table
            label={t("imports.many")}
            columns={[
              { key: "file", label: t("imports.fields.file"), phone: "title" },
              { key: "kind", label: t("imports.fields.kind"), kind: "soft", phone: "line" },
              { key: "state", label: t("imports.fields.state"), kind: "state", phone: "line" },
              { key: "owner", label: t("imports.fields.created_by"), kind: "soft", phone: "line" },
              { key: "at", label: t("imports.fields.created_at"), kind: "date", phone: "end" },
            ]}
            rows={page.rows.map((row) => ({ key: row.id, cells: cellsOf(row) }))}
          />
          <Pager
            previous={page.previous && withQuery(path, filters, { cursor: page.previous })}
            next={page.next && withQuery(path, filters, { cursor: page.next })}
          />
        </>
      )}
    </main>
  );
}

function cellsOf({ id, fileName, kind, state, ownerName, createdAt }: ImportRow) {
  return [
    <a key="file" href={`${path}/${id}`}>
      {fileName}
    </a>,
    t(`imports.kinds.${kind}`),
    <ImportStateMark key="state" state={state} />,
    ownerName,
    formatInstant(createdAt),
  ];
}

function NewImport() {
  return (
    <ButtonLink href="/imports/new" look="main">
      {t("imports.new")}
    </ButtonLink>
  );
}
