import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Series } from "@/lib/settings/queries";

export function SeriesList({ series }: { series: Series[] }) {
  const title = t("settings.series");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.series")} title={title} crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]} />
      <Table
        label={title}
        columns={[
          { key: "kind", label: t("settings.series_fields.kind"), phone: "title" },
          { key: "next", label: t("settings.series_fields.next"), kind: "code", phone: "end" },
          { key: "last", label: t("settings.series_fields.last"), kind: "number", phone: "label" },
          { key: "valid", label: t("settings.series_fields.valid_to"), kind: "date", phone: "label" },
          { key: "state", label: t("app.status"), kind: "state", phone: "line" },
        ]}
        rows={series.map(({ id, kind, prefix, next, padding, rangeTo, validUntil, isActive }) => ({
          key: id,
          cells: [
            kind === "prospect" ? t("prospects.one") : t(`documents.kinds.${kind}.one`),
            `${prefix}${String(next).padStart(padding, "0")}`,
            rangeTo,
            validUntil && formatDate(validUntil),
            <State key="state" tone={isActive ? "good" : "off"}>
              {isActive ? t("settings.active") : t("settings.inactive")}
            </State>,
          ],
        }))}
      />
    </main>
  );
}
