import type { RepetitionUnit } from "@/db/vocabulary";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

export type RepetitionRule = { unit: RepetitionUnit; every: number; untilOn: string | null };

export function repetitionText({ unit, every, untilOn }: RepetitionRule): string {
  const rule = t(`activities.repeats_text.${unit}`, { count: every });
  return untilOn === null ? rule : t("activities.repeats_until", { rule, date: formatDate(untilOn) });
}
