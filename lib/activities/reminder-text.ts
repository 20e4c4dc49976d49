import { t } from "@/lib/i18n/words";

export function reminderText(minutes: number): string {
  if (minutes === 0) return t("activities.reminders.at_start");
  if (minutes === 60) return t("activities.reminders.hour");
  return minutes === 1440 ? t("activities.reminders.day") : t("activities.reminders.minutes", { count: minutes });
}
