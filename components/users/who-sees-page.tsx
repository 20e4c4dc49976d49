import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import type { Seer, WhoSees } from "@/lib/access/who-sees";
import { t } from "@/lib/i18n/words";

/** Everybody who sees a record with the rule that lets them, then those who do not. */
export function WhoSeesPage({ module, id, record, seers, customers }: WhoSees) {
  const title = t("access.who_sees");
  const blind = seers.filter(({ sight }) => !sight);
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.who_sees")}
        title={title}
        crumbs={[{ href: `/${module}`, label: t(`access.modules.${module}`) }, { href: `/${module}/${id}`, label: record }, { label: title }]}
      />
      <Table
        label={title}
        columns={[
          { key: "name", label: t("access.person"), phone: "title" },
          { key: "why", label: t("access.why"), phone: "line" },
        ]}
        rows={seers.flatMap((seer) => (seer.sight ? [{ key: seer.id, cells: [seer.name, whyOf(seer.sight)] }] : []))}
      />
      {customers.length > 0 && (
        <section className="section">
          <h2>{t("access.in_portal")}</h2>
          <p>{customers.map(({ name }) => name).join(", ")}</p>
        </section>
      )}
      {blind.length > 0 && (
        <section className="section">
          <h2>{t("access.do_not_see")}</h2>
          <p>{blind.map(({ name }) => name).join(", ")}</p>
        </section>
      )}
    </main>
  );
}

function whyOf({ rule, name = "" }: NonNullable<Seer["sight"]>): string {
  return t(`access.sees_because.${rule}`, { name });
}
