import { t } from "@/lib/i18n/words";

/** «45 min», «1 h 30 min», «2 días». */
export function durationText(minutes: number): string {
  if (minutes % 1440 === 0) return t("activities.lengths.days", { count: minutes / 1440 });
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && t("activities.lengths.hours", { count: hours }), rest > 0 && t("activities.lengths.minutes", { count: rest })].filter(Boolean).join(" ");
}
