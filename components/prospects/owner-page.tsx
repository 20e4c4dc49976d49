import { CheckboxField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { type Option, SelectField } from "@/components/forms/select-field";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Props = {
  prospect: { id: number; number: number; personName: string; companyName: string | null };
  owner: string;
  heirs: Option[];
  mayTakeActivities: boolean;
  assign: FormAction;
};

export function ProspectOwnerPage({ prospect: { id, number, personName, companyName }, owner, heirs, mayTakeActivities, assign }: Props) {
  const title = t("prospects.leads.change");
  const back = `/prospects/${id}`;
  return (
    <main>
      <title>{`${title} · ${companyName ?? personName}`}</title>
      <PageHead
        help={t("help.prospect_owner")}
        title={title}
        soft={t("prospects.leads.now", { name: owner })}
        crumbs={[{ href: "/prospects", label: t("prospects.title") }, { href: back, label: `${number} ${companyName ?? personName}` }, { label: title }]}
      />
      <Form action={assign} id="owner" hidden={{ id }}>
        <SelectField name="ownerId" label={t("prospects.leads.to")} options={heirs} />
        {mayTakeActivities && (
          <CheckboxField name="takesActivities" label={t("prospects.leads.takes_activities")} hint={t("prospects.leads.takes_activities_hint")} initial />
        )}
        <div className="bar">
          <Button look="main">{title}</Button>
          <ButtonLink href={back} look="quiet">
            {t("app.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </main>
  );
}
