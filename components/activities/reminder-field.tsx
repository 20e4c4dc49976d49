import { SelectField } from "@/components/forms/select-field";
import { reminderText } from "@/lib/activities/reminder-text";
import { reminderMinutes, usualReminder } from "@/lib/activities/rules";
import { t } from "@/lib/i18n/words";

export function ReminderField({ initial = usualReminder }: { initial?: number | null }) {
  const options = reminderMinutes.map((minutes) => ({ value: minutes, label: reminderText(minutes) }));
  return (
    <SelectField
      name="remindMinutes"
      label={t("activities.fields.reminder")}
      hint={t("activities.reminder_hint")}
      options={options}
      empty={t("activities.no_reminder")}
      initial={initial ?? ""}
    />
  );
}
