import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import { t } from "@/lib/i18n/words";

export function SettingsIndex({ entries }: { entries: { href: string; label: string; hint: string }[] }) {
  return (
    <main>
      <title>{`${t("settings.title")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.settings")} title={t("settings.title")} />
      <Table
        label={t("settings.title")}
        columns={[
          { key: "name", label: t("settings.index.what"), phone: "title" },
          { key: "hint", label: t("settings.index.for"), kind: "soft", phone: "line" },
        ]}
        rows={entries.map(({ href, label, hint }) => ({
          key: href,
          cells: [
            <a key="name" href={href}>
              {label}
            </a>,
            hint,
          ],
        }))}
      />
    </main>
  );
}
