import { FieldGroup } from "@/components/forms/field-group";
import { SelectField } from "@/components/forms/select-field";
import { DateField, NumberField } from "@/components/forms/text-fields";
import { repetitionUnits } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { RepetitionRule } from "./repetition-text";

type Props = { rule?: RepetitionRule; hint?: string };

export function RepeatFields({ rule, hint }: Props) {
  const units = repetitionUnits.map((value) => ({ value, label: t(`activities.units.${value}`) }));
  return (
    <FieldGroup legend={t("activities.fields.repeats")} hint={hint} section>
      <div className="grid">
        <SelectField name="repeatUnit" label={t("activities.repeat_unit")} options={units} empty={t("activities.never_repeats")} initial={rule?.unit} />
        <NumberField
          name="repeatEvery"
          label={t("activities.repeat_every")}
          hint={t("activities.repeat_every_hint")}
          initial={rule?.every ?? 1}
          inputMode="numeric"
        />
        <DateField name="repeatUntil" label={t("activities.repeat_until")} hint={t("activities.repeat_until_hint")} initial={rule?.untilOn} />
      </div>
    </FieldGroup>
  );
}
