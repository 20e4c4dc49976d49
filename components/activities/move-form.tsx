import { Form } from "@/components/forms/form";
import { SaveAnyway } from "@/components/forms/save-anyway";
import { SelectField } from "@/components/forms/select-field";
import { DateField, TimeField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { durationText } from "@/lib/activities/duration-text";
import type { Activity } from "@/lib/activities/queries";
import { typedTimes } from "@/lib/activities/times";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import { marksOfMove } from "@/lib/required/marks";
import type { FormAction } from "@/lib/web/form-state";
import { ExtentField } from "./extent-field";

/** What was asked for before the form was opened: where it was dragged, and the calendar it was dragged on. */
export type AskedMove = { date?: string; time?: string | null; minutes?: number | null; calendar?: string | null };
type Props = { action: FormAction; activity: Activity; asked?: AskedMove; back?: string };

const lengths = [15, 30, 45, 60, 90, 120, 180, 240, 480, 1440, 2880, 4320, 7200];

/** To another day, hour or length. Of what comes again it asks which times move. */
export function MoveForm({ action, activity, asked = {}, back }: Props) {
  const shown = typedTimes(activity, current().zone);
  const { date = shown.date, time = shown.time, minutes, calendar } = asked;
  const offered = [...new Set([...lengths, ...(minutes ? [minutes] : [])])].sort((a, b) => a - b);
  const hidden = { id: activity.id, ...(calendar && { calendar }) };
  return (
    <Form action={action} id="move" version={activity.version} marks={marksOfMove(activity)} hidden={hidden}>
      <DateField name="date" label={t("activities.fields.date")} initial={date} required />
      <TimeField name="time" label={t("activities.fields.time")} hint={t("activities.whole_day_hint")} initial={time} />
      <SelectField
        name="minutes"
        label={t("activities.fields.minutes")}
        options={offered.map((value) => ({ value, label: durationText(value) }))}
        empty={t("activities.same_length")}
        initial={minutes}
      />
      {activity.repetitionId !== null && <ExtentField />}
      <div className="bar">
        <Button look={back === undefined ? "plain" : "main"}>{t("activities.reschedule")}</Button>
        <SaveAnyway label={t("activities.move_anyway")} />
        {back !== undefined && (
          <ButtonLink href={back} look="quiet">
            {t("app.cancel")}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}
