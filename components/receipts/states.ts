import type { Tone } from "@/components/ui/state";
import { t } from "@/lib/i18n/words";
import { stateKey } from "@/lib/receipts/rules";

const tones = { "receipts.statuses.voided": "off", "receipts.statuses.unapplied": "soon", "receipts.statuses.posted": "good" } as const satisfies Record<
  ReturnType<typeof stateKey>,
  Tone
>;

export function receiptState(receipt: Parameters<typeof stateKey>[0]): { tone: Tone; label: string } {
  const key = stateKey(receipt);
  return { tone: tones[key], label: t(key) };
}
