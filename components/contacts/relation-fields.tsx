import { CheckboxField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { DateField, TextField } from "@/components/forms/text-fields";
import { t } from "@/lib/i18n/words";

type Values = {
  role: string | null;
  isPrimary: boolean;
  receivesQuotes: boolean;
  receivesInvoices: boolean;
  receivesCollection: boolean;
  sinceOn: string | null;
  untilOn: string | null;
};

/** What a person is in one company: role, principal, and what reaches their mailbox. */
export function RelationFields({ roles, values }: { roles: string[]; values?: Values }) {
  return (
    <>
      <TextField name="role" label={t("contacts.fields.role")} initial={values?.role} list="relation-roles" autoComplete="organization-title" />
      <datalist id="relation-roles">
        {roles.map((role) => (
          <option key={role} value={role} />
        ))}
      </datalist>
      <div className="grid">
        <DateField name="sinceOn" label={t("contacts.fields.since_on")} initial={values?.sinceOn} />
        <DateField name="untilOn" label={t("contacts.fields.until_on")} hint={t("contacts.until_hint")} initial={values?.untilOn} />
      </div>
      <CheckboxField name="isPrimary" label={t("contacts.fields.is_primary")} initial={values?.isPrimary} />
      <FieldGroup legend={t("contacts.fields.receives")}>
        <div className="grid">
          <CheckboxField name="receivesQuotes" label={t("contacts.fields.receives_quotes")} initial={values?.receivesQuotes} />
          <CheckboxField name="receivesInvoices" label={t("contacts.fields.receives_invoices")} initial={values?.receivesInvoices} />
          <CheckboxField name="receivesCollection" label={t("contacts.fields.receives_collection")} initial={values?.receivesCollection} />
        </div>
      </FieldGroup>
    </>
  );
}
