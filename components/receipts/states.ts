import type { Tone } from "@/components/ui/state";
import { type MessageKey, t } from "@/lib/i18n/words";

/** How a receipt stands: taken back, partly in the customer's favour, or all applied. */
export function receiptState({ status, balanceMinor }: { status: string; balanceMinor: number }): { tone: Tone; label: string } {
  const [tone, key] = stateOf(status, balanceMinor);
  return { tone, label: t(key) };
}

function stateOf(status: string, balanceMinor: number): [Tone, MessageKey] {
  if (status === "voided") return ["off", "receipts.statuses.voided"];
  return balanceMinor > 0 ? ["soon", "receipts.statuses.unapplied"] : ["good", "receipts.statuses.posted"];
}
