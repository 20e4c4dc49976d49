import { FieldFold } from "@/components/forms/field-fold";
import { DateField, TimeField } from "@/components/forms/text-fields";
import { t } from "@/lib/i18n/words";

/** For what is told later than it was done; folded, since mostly it was now. */
export function WhenDoneFields() {
  return (
    <FieldFold label={t("activities.when_done")} names={["doneOn", "doneTime"]}>
      <div className="grid">
        <DateField name="doneOn" label={t("activities.done_on")} hint={t("activities.when_done_hint")} />
        <TimeField name="doneTime" label={t("activities.fields.time")} />
      </div>
    </FieldFold>
  );
}
