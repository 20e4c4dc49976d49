import { RadioField } from "@/components/forms/choice-fields";
import { extents } from "@/lib/activities/rules";
import { t } from "@/lib/i18n/words";

/** Which times a change of what comes again is for. */
export function ExtentField() {
  const options = extents.map((value) => ({ value, label: t(`activities.extents.${value}`) }));
  return <RadioField name="appliesTo" label={t("activities.applies_to")} options={options} initial="this" stacked />;
}
