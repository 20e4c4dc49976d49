import type { ComponentProps } from "react";
import { PageHead } from "@/components/ui/page-head";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import type { Prospect } from "@/lib/prospects/queries";
import { ProspectForm } from "./prospect-form";

type Props = Omit<ComponentProps<typeof ProspectForm>, "id" | "version" | "divisionWord" | "divisions"> & { prospect?: Prospect };

export function ProspectEditor({ prospect, ...form }: Props) {
  const { pack } = current();
  const title = prospect ? t("prospects.edit") : t("prospects.new");
  const crumbs = [
    { href: "/prospects", label: t("prospects.title") },
    ...(prospect ? [{ href: `/prospects/${prospect.id}`, label: prospect.companyName ?? prospect.personName }] : []),
    { label: title },
  ];
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.prospect_form")} title={title} crumbs={crumbs} />
      <ProspectForm
        {...form}
        id={prospect?.id}
        version={prospect?.version}
        divisionWord={t("prospects.fields.division")}
        divisions={pack.divisions.map(({ name }) => name)}
      />
    </main>
  );
}
