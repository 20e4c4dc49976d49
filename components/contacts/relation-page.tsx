import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { PickField } from "@/components/forms/pick-field";
import { EmailField, PhoneField, TextField } from "@/components/forms/text-fields";
import { PageHead } from "@/components/ui/page-head";
import { t } from "@/lib/i18n/words";
import { marksOf } from "@/lib/required/marks";
import type { FormAction } from "@/lib/web/form-state";
import { RelationFields } from "./relation-fields";

type Props = {
  action: FormAction;
  roles: string[];
  /** The side it is added from: it stays, the other is chosen. */
  from: "account" | "contact";
  id: number;
  name: string;
  /** Whether a new contact may be made right here. */
  mayCreate: boolean;
};

/** «Añadir relación», from either side: pick what exists, or write who is new. */
export function RelationPage({ action, roles, from, id, name, mayCreate }: Props) {
  const back = from === "account" ? `/accounts/${id}` : `/contacts/${id}`;
  const title = t("contacts.add_relation");
  const list = from === "account" ? { href: "/accounts", label: t("accounts.title") } : { href: "/contacts", label: t("contacts.title") };
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t(from === "account" ? "help.relation_form" : "help.contact_relation")}
        title={title}
        soft={name}
        crumbs={[list, { href: back, label: name }, { label: title }]}
      />
      <Form action={action} marks={marksOf("contacts")} hidden={{ from, [from === "account" ? "accountId" : "contactId"]: id }}>
        {from === "account" ? <WhichContact mayCreate={mayCreate} /> : <WhichAccount />}
        <FieldGroup legend={t("contacts.in_company")} section>
          <RelationFields roles={roles} />
        </FieldGroup>
        <FormEnd back={back} />
      </Form>
    </main>
  );
}

function WhichContact({ mayCreate }: { mayCreate: boolean }) {
  return (
    <>
      <FieldGroup legend={t("contacts.existing")} section>
        <PickField name="contactId" label={t("contacts.one")} hint={t("contacts.existing_hint")} from="contacts" />
      </FieldGroup>
      {mayCreate && (
        <FieldGroup legend={t("contacts.or_new")} section>
          <div className="grid">
            <TextField name="givenName" label={t("contacts.fields.given_name")} autoComplete="off" />
            <TextField name="familyName" label={t("contacts.fields.family_name")} autoComplete="off" />
            <PhoneField name="phone" label={t("contacts.fields.phone")} autoComplete="off" />
            <EmailField name="email" label={t("contacts.fields.email")} hint={t("contacts.fields.email_hint")} autoComplete="off" />
          </div>
        </FieldGroup>
      )}
    </>
  );
}

function WhichAccount() {
  return (
    <FieldGroup legend={t("accounts.one")} section>
      <PickField name="accountId" label={t("contacts.fields.account")} hint={t("contacts.new_account_hint")} from="accounts" required />
    </FieldGroup>
  );
}
