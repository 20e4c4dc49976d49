import { FieldGroup } from "@/components/forms/field-group";
import { ButtonForm, Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { DateField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import type { Relation } from "@/lib/contacts/relations";
import { fullName } from "@/lib/contacts/rules";
import { t } from "@/lib/i18n/words";
import { marksOf } from "@/lib/required/marks";
import type { FormAction } from "@/lib/web/form-state";
import { RelationFields } from "./relation-fields";

/** `remove` is missing for whoever may not take the person out of the company. */
export function RelationEditor({ relation, roles, edit, remove }: { relation: Relation; roles: string[]; edit: FormAction; remove?: FormAction }) {
  const name = fullName(relation.contact);
  const back = `/contacts/${relation.contact.id}`;
  const title = t("contacts.relation_of", { name, account: relation.account.name });
  const crumbs = [{ href: "/contacts", label: t("contacts.title") }, { href: back, label: name }, { label: relation.account.name }];
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.contact_relation")} title={title} crumbs={crumbs} />
      <Form action={edit} version={relation.version} marks={marksOf("contacts")} hidden={{ id: relation.id }}>
        <FieldGroup legend={t("contacts.in_company")} section>
          <RelationFields roles={roles} values={relation} />
        </FieldGroup>
        <FieldGroup legend={t("contacts.service")} hint={t("contacts.fields.service_hint")} section>
          <div className="grid">
            <DateField name="serviceStartsOn" label={t("contacts.fields.service_starts_on")} initial={relation.serviceStartsOn} />
            <DateField name="serviceEndsOn" label={t("contacts.fields.service_ends_on")} initial={relation.serviceEndsOn} />
          </div>
        </FieldGroup>
        <FormEnd back={back} />
      </Form>
      {remove && (
        <section aria-label={t("contacts.remove_relation")}>
          <div className="section-head">
            <h2>{t("contacts.remove_relation")}</h2>
            <p className="soft">{t("contacts.remove_hint")}</p>
          </div>
          <ButtonForm action={remove} id="remove" hidden={{ id: relation.id }}>
            <Button look="danger">{t("contacts.remove_relation")}</Button>
          </ButtonForm>
        </section>
      )}
    </main>
  );
}
