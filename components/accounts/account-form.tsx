import { AddressFields } from "@/components/addresses/address-fields";
import { ReachFields } from "@/components/contact-points/reach-fields";
import { CheckboxField, RadioField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { type Option as Listed, SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-fields";
import { personTypes } from "@/db/vocabulary";
import type { accountValues } from "@/lib/accounts/values";
import type { AddressValues } from "@/lib/addresses/values";
import type { PointValues } from "@/lib/contact-points/values";
import { t } from "@/lib/i18n/words";
import { marksOf } from "@/lib/required/marks";
import type { Option } from "@/lib/settings/queries";
import type { FormAction } from "@/lib/web/form-state";

export type AccountChoices = {
  owners: Listed[] | null;
  categories: Option[];
  industries: Option[];
  interests: Option[];
  origins: Option[];
  hidesNotes: boolean;
};

type Props = {
  action: FormAction;
  choices: AccountChoices;
  back: string;
  id?: number;
  version?: number;
  values: Partial<ReturnType<typeof accountValues>>;
  points: readonly PointValues[];
  addresses: readonly AddressValues[];
  taxIdLabel: string;
  divisionWord: string;
  divisions: string[];
};

/** New and edit are one form. `choices.owners` is null for who may not assign. */
export function AccountForm({ action, choices, back, id, version, values, points, addresses, taxIdLabel, divisionWord, divisions }: Props) {
  const none = t("app.none");
  return (
    <Form
      action={action}
      version={version}
      marks={marksOf("accounts", { personType: values.personType ?? "company", isSupplier: values.isSupplier ? "on" : "" })}
      hidden={{ ...(id !== undefined && { id }), setsPoints: "on", setsAddresses: "on" }}
    >
      <FieldGroup legend={t("app.details")} section>
        <div className="grid">
          <TextField name="name" label={t("accounts.fields.name")} initial={values.name} autoComplete="organization" required />
          <TextField name="legalName" label={t("accounts.fields.legal_name")} initial={values.legalName} />
          <TextField name="taxId" label={taxIdLabel} initial={values.taxId} autoCapitalize="characters" spellCheck={false} />
          <TextField name="code" label={t("accounts.fields.code")} initial={values.code} />
          <RadioField name="personType" label={t("accounts.fields.person_type")} options={personOptions()} initial={values.personType ?? "company"} />
          <CheckboxField name="isSupplier" label={t("accounts.fields.is_supplier")} initial={values.isSupplier} />
        </div>
      </FieldGroup>
      <FieldGroup legend={t("accounts.reach")} section>
        <ReachFields values={values} points={points} />
        <div className="grid">
          <TextField name="website" label={t("accounts.fields.website")} initial={values.website} inputMode="url" autoCapitalize="none" />
        </div>
      </FieldGroup>
      <FieldGroup legend={t("accounts.place")} section>
        <AddressFields values={values} addresses={addresses} divisionWord={divisionWord} divisions={divisions} />
      </FieldGroup>
      <FieldGroup legend={t("accounts.segments")} section>
        <div className="grid">
          {choices.owners && <SelectField name="ownerId" label={t("accounts.fields.owner")} options={choices.owners} initial={values.ownerId} empty={none} />}
          <SelectField name="categoryId" label={t("accounts.fields.category")} options={choices.categories} initial={values.categoryId} empty={none} />
          <SelectField name="interestId" label={t("accounts.fields.interest")} options={choices.interests} initial={values.interestId} empty={none} />
          <SelectField name="industryId" label={t("accounts.fields.industry")} options={choices.industries} initial={values.industryId} empty={none} />
          <SelectField name="originId" label={t("accounts.fields.origin")} options={choices.origins} initial={values.originId} empty={none} />
          <TextField name="tags" label={t("app.tags")} hint={t("accounts.tags_hint")} initial={values.tags} />
          <TextArea name="description" label={t("accounts.fields.description")} initial={values.description} />
          {!choices.hidesNotes && (
            <TextArea name="internalNote" label={t("accounts.fields.internal_note")} hint={t("accounts.internal_note_hint")} initial={values.internalNote} />
          )}
        </div>
      </FieldGroup>
      <FormEnd back={back} />
    </Form>
  );
}

function personOptions() {
  return personTypes.map((type) => ({ value: type, label: t(`accounts.person_types.${type}`) }));
}
