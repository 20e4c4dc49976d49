import { FieldGroup } from "@/components/forms/field-group";
import { SelectField } from "@/components/forms/select-field";
import { DateField, NumberField } from "@/components/forms/text-fields";
import { repetitionUnits } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";

export function RepeatFields() {
  const units = repetitionUnits.map((value) => ({ value, label: t(`activities.units.${value}`) }));
  return (
    <FieldGroup legend={t("activities.fields.repeats")} section>
      <div className="grid">
        <SelectField name="repeatUnit" label={t("activities.repeat_unit")} options={units} empty={t("activities.never_repeats")} />
        <NumberField name="repeatEvery" label={t("activities.repeat_every")} hint={t("activities.repeat_every_hint")} initial={1} inputMode="numeric" />
        <DateField name="repeatUntil" label={t("activities.repeat_until")} hint={t("activities.repeat_until_hint")} />
      </div>
    </FieldGroup>
  );
}
