import { ReachFields } from "@/components/contact-points/reach-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { PickField } from "@/components/forms/pick-field";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-fields";
import type { PointValues } from "@/lib/contact-points/values";
import type { contactChoicesFor } from "@/lib/contacts/choices";
import type { contactValues } from "@/lib/contacts/values";
import { t } from "@/lib/i18n/words";
import { marksOf } from "@/lib/required/marks";
import type { FormAction } from "@/lib/web/form-state";
import { RelationFields } from "./relation-fields";

type Props = {
  action: FormAction;
  choices: ReturnType<typeof contactChoicesFor>;
  values: Partial<ReturnType<typeof contactValues>>;
  points: readonly PointValues[];
  back: string;
  contact?: { id: number; version: number };
  account?: { id: number; label: string };
};

/** New and edit are one form; a new contact also says in which company and as what. */
export function ContactForm({ action, choices, values, points, back, contact, account }: Props) {
  const none = t("app.none");
  return (
    <Form action={action} version={contact?.version} marks={marksOf("contacts")} hidden={{ ...(contact && { id: contact.id }), setsPoints: "on" }}>
      <FieldGroup legend={t("contacts.person")} section>
        <div className="grid">
          <TextField name="givenName" label={t("contacts.fields.given_name")} initial={values.givenName} autoComplete="given-name" required />
          <TextField name="familyName" label={t("contacts.fields.family_name")} initial={values.familyName} autoComplete="family-name" />
          <TextField name="salutation" label={t("contacts.fields.salutation")} initial={values.salutation} autoComplete="honorific-prefix" />
        </div>
      </FieldGroup>
      {!contact && (
        <FieldGroup legend={t("contacts.in_company")} section>
          <PickField name="accountId" label={t("contacts.fields.account")} from="accounts" initial={account} required={choices.needsAccount} />
          <RelationFields roles={choices.roles} />
        </FieldGroup>
      )}
      <FieldGroup legend={t("contacts.reach")} section>
        <ReachFields values={values} points={points} />
        <div className="grid">
          <TextField name="website" label={t("contacts.fields.website")} initial={values.website} inputMode="url" autoCapitalize="none" />
        </div>
      </FieldGroup>
      <FieldGroup legend={t("contacts.segments")} section>
        <div className="grid">
          <SelectField name="originId" label={t("contacts.fields.origin")} options={choices.origins} initial={values.originId} empty={none} />
          {choices.owners && (
            <SelectField
              name="ownerId"
              label={t("contacts.fields.owner")}
              hint={t("contacts.owner_hint")}
              options={choices.owners}
              initial={values.ownerId}
              empty={none}
            />
          )}
          <TextField name="tags" label={t("app.tags")} hint={t("accounts.tags_hint")} initial={values.tags} />
          <TextArea name="description" label={t("contacts.fields.description")} initial={values.description} />
          {!choices.hidesNotes && (
            <TextArea name="internalNote" label={t("contacts.fields.internal_note")} hint={t("accounts.internal_note_hint")} initial={values.internalNote} />
          )}
        </div>
      </FieldGroup>
      <FormEnd back={back} />
    </Form>
  );
}
