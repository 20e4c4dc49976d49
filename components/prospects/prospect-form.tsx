import { ColorField } from "@/components/forms/color-field";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { PickField } from "@/components/forms/pick-field";
import { RegionField } from "@/components/forms/region-field";
import { SelectField } from "@/components/forms/select-field";
import { DateField, EmailField, PhoneField, TextArea, TextField, TimeField } from "@/components/forms/text-fields";
import { t } from "@/lib/i18n/words";
import { openStatuses } from "@/lib/prospects/rules";
import type { prospectValues } from "@/lib/prospects/values";
import { joined, marksOf, marksOfNext } from "@/lib/required/marks";
import type { Option } from "@/lib/settings/queries";
import type { FormAction } from "@/lib/web/form-state";

export type ProspectChoices = Record<"industries" | "channels" | "origins", Option[]> & Record<"owners" | "centers", Option[] | null> & { hidesNotes: boolean };

type Props = {
  action: FormAction;
  choices: ProspectChoices;
  values: Partial<ReturnType<typeof prospectValues>>;
  account?: { id: number; label: string };
  back: string;
  id?: number;
  version?: number;
  divisionWord: string;
  divisions: string[];
};

/** New and edit are one form; a new one also makes the appointment. */
export function ProspectForm({ action, choices, values, account, back, id, version, divisionWord, divisions }: Props) {
  const isNew = id === undefined;
  return (
    <Form action={action} version={version} marks={joined(marksOf("prospects"), marksOfNext("appointmentOn", "appointmentTime"))} hidden={isNew ? {} : { id }}>
      <FieldGroup legend={t("prospects.person")} section>
        <div className="grid">
          <DateField name="contactedOn" label={t("prospects.fields.contacted_on")} initial={values.contactedOn} required />
          <PickField name="accountId" label={t("prospects.fields.existing_account")} from="accounts" initial={account} />
          <TextField name="personName" label={t("prospects.fields.person_name")} initial={values.personName} autoComplete="off" required />
          <TextField name="companyName" label={t("prospects.fields.company_name")} initial={values.companyName} autoComplete="off" />
          <SelectField
            name="industryId"
            label={t("prospects.fields.industry")}
            options={choices.industries}
            initial={values.industryId}
            empty={t("app.none")}
          />
          <PhoneField name="phone" label={t("prospects.fields.phone")} initial={values.phone} autoComplete="off" />
          <EmailField name="email" label={t("prospects.fields.email")} initial={values.email} autoComplete="off" />
          <RegionField label={divisionWord} divisions={divisions} initial={values.region} />
        </div>
      </FieldGroup>
      {isNew && (
        <FieldGroup legend={t("prospects.appointment")} section>
          <div className="grid">
            <DateField name="appointmentOn" label={t("prospects.fields.appointment_on")} hint={t("prospects.appointment_hint")} />
            <TimeField name="appointmentTime" label={t("prospects.fields.appointment_time")} />
          </div>
        </FieldGroup>
      )}
      <FieldGroup legend={t("prospects.follow_up")} section>
        <div className="grid">
          <TextField name="subject" label={t("prospects.fields.subject")} initial={values.subject} />
          <SelectField name="channelId" label={t("prospects.fields.channel")} options={choices.channels} initial={values.channelId} empty={t("app.none")} />
          <SelectField name="originId" label={t("prospects.fields.origin")} options={choices.origins} initial={values.originId} empty={t("app.none")} />
          {values.status && !isNew && <SelectField name="status" label={t("prospects.fields.status")} options={statusOptions()} initial={values.status} />}
          {choices.owners && <SelectField name="ownerId" label={t("prospects.fields.owner")} options={choices.owners} initial={values.ownerId} />}
          {choices.centers && (
            <SelectField
              name="workCenterId"
              label={t("prospects.fields.work_center")}
              options={choices.centers}
              initial={values.workCenterId}
              empty={t("app.none")}
            />
          )}
          <TextArea name="notes" label={t("prospects.fields.notes")} initial={values.notes} />
          {!choices.hidesNotes && (
            <TextArea name="internalNote" label={t("prospects.fields.internal_note")} hint={t("accounts.internal_note_hint")} initial={values.internalNote} />
          )}
        </div>
        <ColorField name="colorBackground" label={t("prospects.fields.color_background")} initial={values.colorBackground} />
        <ColorField name="colorText" label={t("prospects.fields.color_text")} initial={values.colorText} />
      </FieldGroup>
      <FormEnd back={back} />
    </Form>
  );
}

function statusOptions() {
  return openStatuses.map((value) => ({ value, label: t(`prospects.statuses.${value}`) }));
}
