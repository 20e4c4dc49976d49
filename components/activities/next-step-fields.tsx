import { FieldGroup } from "@/components/forms/field-group";
import { SelectField } from "@/components/forms/select-field";
import { DateField, TextField, TimeField } from "@/components/forms/text-fields";
import { nextKinds } from "@/lib/activities/rules";
import { t } from "@/lib/i18n/words";

/** What comes next, planned in the step that ends the last. */
export function NextStepFields() {
  const kinds = nextKinds.map((value) => ({ value, label: t(`activities.kinds.${value}`) }));
  return (
    <FieldGroup legend={t("activities.fields.next_action")} hint={t("activities.next_hint")}>
      <div className="grid">
        <DateField name="nextOn" label={t("activities.fields.next_date")} />
        <TimeField name="nextTime" label={t("activities.fields.next_time")} />
        <SelectField name="nextKind" label={t("activities.fields.kind")} options={kinds} initial="call" />
        <TextField name="nextSubject" label={t("activities.fields.subject")} />
      </div>
    </FieldGroup>
  );
}
