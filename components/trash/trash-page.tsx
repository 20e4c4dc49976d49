import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { daysInTrash } from "@/lib/attachments/rules";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { TrashFilters } from "@/lib/trash/filters";
import type { TrashRow } from "@/lib/trash/queries";
import { type TrashKind, trashKinds } from "@/lib/trash/rules";
import { RestoreForm, RestoreSeries, type Restores } from "./restore-form";

type Props = { filters: TrashFilters; page: { rows: TrashRow[]; next?: string; previous?: string }; restores: Restores };

/** What was thrown away, the last first, and the way back for each. */
export function TrashPage({ filters: { kind }, page, restores }: Props) {
  const turn = (cursor: string | undefined) => cursor && `/trash?${new URLSearchParams({ ...(kind && { kind }), cursor })}`;
  return (
    <main>
      <title>{`${t("trash.title")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.trash")} title={t("trash.title")} />
      <Chips label={t("trash.kind")} items={[chip(undefined, kind), ...trashKinds.map((one) => chip(one, kind))]} />
      {page.rows.length === 0 ? (
        <EmptyState title={t("trash.empty")}>{t("trash.empty_hint", { days: daysInTrash })}</EmptyState>
      ) : (
        <Rows rows={page.rows} restores={restores} />
      )}
      <Pager previous={turn(page.previous)} next={turn(page.next)} />
      <p className="soft section">{t("trash.files_hint")}</p>
    </main>
  );
}

function chip(one: TrashKind | undefined, current: TrashKind | undefined) {
  return { href: one ? `/trash?kind=${one}` : "/trash", label: t(one ? `trash.many.${one}` : "trash.all"), current: one === current };
}

function Rows({ rows, restores }: { rows: TrashRow[]; restores: Restores }) {
  return (
    <Table
      label={t("trash.title")}
      columns={[
        { key: "name", label: t("trash.name"), phone: "title" },
        { key: "kind", label: t("trash.kind"), kind: "soft", phone: "line" },
        { key: "by", label: t("trash.by"), phone: "label" },
        { key: "at", label: t("trash.at"), kind: "date", phone: "label" },
        { key: "until", label: t("trash.until"), kind: "date", phone: "label" },
        { key: "restore", label: t("trash.restore"), phone: "line" },
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          <span key="name" dir="auto">
            {row.name}
          </span>,
          [t(`trash.kinds.${row.kind}`), row.when].filter(Boolean).join(" · "),
          row.deletedBy ?? "",
          formatInstant(row.deletedAt),
          row.until === null ? t("trash.kept") : formatDate(row.until),
          row.mayRestore && (
            <div key="restore" className="bar">
              <RestoreForm record={row} restores={restores} />
              {row.along > 0 && <RestoreSeries record={row} restores={restores} />}
            </div>
          ),
        ],
      }))}
    />
  );
}
