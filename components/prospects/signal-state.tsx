import { State, type Tone } from "@/components/ui/state";
import type { Signal } from "@/db/vocabulary";
import { wallTime } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { formatDate, formatTime, relativeDay } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

export const signalTones: Record<Signal, Tone> = {
  overdue: "late",
  today: "soon",
  no_action: "none",
  quoted: "wait",
  planned: "plan",
  ordered: "good",
  cancelled: "off",
};

type Facts = { signal: Signal; nextActionOn: string | null; nextActionAtUtc: number | null; quotedOn: string | null };

/** The semáforo: shape, word and colour, with what makes it so. */
export function SignalState({ facts, today, reason }: { facts: Facts; today: string; reason?: string }) {
  return <State tone={signalTones[facts.signal]}>{sentence(facts, today, reason)}</State>;
}

function sentence({ signal, nextActionOn, nextActionAtUtc, quotedOn }: Facts, today: string, reason: string | undefined): string {
  const time = nextActionAtUtc === null ? undefined : formatTime(wallTime(nextActionAtUtc, current().zone).slice(11));
  switch (signal) {
    case "overdue":
      return t("prospects.overdue_since", { when: relativeDay(nextActionOn!, today) });
    case "today":
      return time === undefined ? t("prospects.signals.today") : t("prospects.today_at", { time });
    case "quoted":
      return t("prospects.quoted_without_answer", { when: relativeDay(quotedOn!, today) });
    case "planned":
      return [formatDate(nextActionOn!), time].filter(Boolean).join(", ");
    case "cancelled":
      return reason === undefined ? t("prospects.signals.cancelled") : t("prospects.cancelled_because", { reason });
    default:
      return t(`prospects.signals.${signal}`);
  }
}
