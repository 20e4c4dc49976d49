import { State } from "@/components/ui/state";
import { stateOf } from "@/lib/documents/rules";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { PortalDocument } from "@/lib/portal/queries";
import { isToAccept } from "@/lib/portal/rules";

type Stated = Pick<PortalDocument, "kind" | "status" | "isCurrent" | "validUntil" | "dueOn" | "totalMinor" | "balanceMinor">;

/** The state in the customer's words: a sent quote is one to accept. */
export function PortalState({ document, today }: { document: Stated; today: string }) {
  const { kind, status } = document;
  if (kind === "receipt") return <State tone={status === "voided" ? "off" : "good"}>{t(`documents.statuses.receipt.${status}`)}</State>;
  if (isToAccept(document, today)) return <State tone="wait">{t("portal.to_accept")}</State>;
  const { word, shape } = stateOf(kind, document, today);
  return <State tone={shape}>{t(`documents.${word}`)}</State>;
}

/** The date that presses, if there is one. */
export function deadlineText({ kind, validUntil, dueOn, balanceMinor }: Stated): string | undefined {
  if (kind === "quote" && validUntil) return t("portal.valid_until", { date: formatDate(validUntil) });
  return kind === "invoice" && dueOn && balanceMinor > 0 ? t("portal.due_on", { date: formatDate(dueOn) }) : undefined;
}
