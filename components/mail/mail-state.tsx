import { State, type Tone } from "@/components/ui/state";
import type { MailState } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";

const tones: Record<MailState, Tone> = { queued: "plan", sending: "soon", sent: "good", possibly_sent: "wait", failed: "late" };

export function MailStateMark({ state, isPartial }: { state: MailState; isPartial: boolean }) {
  if (state === "sent" && isPartial) return <State tone="wait">{t("mails.sent_in_part")}</State>;
  return <State tone={tones[state]}>{t(`mails.states.${state}`)}</State>;
}
