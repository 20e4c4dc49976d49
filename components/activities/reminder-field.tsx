import { SelectField } from "@/components/forms/select-field";
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

export function reminderText(minutes: number): string {
  if (minutes === 0) return t("activities.reminders.at_start");
  if (minutes === 60) return t("activities.reminders.hour");
  return minutes === 1440 ? t("activities.reminders.day") : t("activities.reminders.minutes", { count: minutes });
}
