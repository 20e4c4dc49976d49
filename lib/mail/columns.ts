import { dayOf } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { MailRow } from "./list";
import { reasonText } from "./reason";

const extra = { kind: "soft", phone: "skip", isExtra: true } as const;

/** Every column that the log of mails can show or give out, in its order. */
export const mailColumns: ListColumn<MailRow>[] = [
  { key: "id", label: () => t("lists.id"), ...extra, kind: "code", value: ({ id }) => String(id) },
  { key: "subject", label: () => t("mails.fields.subject"), phone: "title", isFixed: true, value: ({ subject }) => subject },
  { key: "people", label: () => t("mails.people"), kind: "soft", phone: "line", value: ({ recipients }) => recipients.map(peopleName).join(", ") },
  { key: "addresses", label: () => t("mails.addresses"), ...extra, value: ({ recipients }) => recipients.map(({ address }) => address).join(", ") },
  { key: "account", label: () => t("mails.topics.account"), phone: "line", value: ({ accountName }) => accountName },
  { key: "about", label: () => t("mails.about"), kind: "soft", phone: "line", value: aboutText },
  { key: "state", label: () => t("mails.state"), kind: "state", phone: "line", value: stateText },
  { key: "reason", label: () => t("mails.reason"), ...extra, value: toldWhy },
  { key: "sender", label: () => t("mails.sender"), kind: "soft", phone: "line", value: ({ senderName }) => senderName ?? t("mails.system") },
  { key: "created", label: () => t("mails.created_at"), kind: "date", sort: "id", phone: "end", value: ({ createdAt }) => dateOf(createdAt) },
  { key: "sent", label: () => t("mails.sent_at"), ...extra, kind: "date", value: ({ state, endedAt }) => (state === "sent" ? dateOf(endedAt) : null) },
  { key: "attempts", label: () => t("mails.attempts"), ...extra, kind: "number", value: ({ attempts }) => String(attempts) },
];

/** What it is about beside its account. */
export function aboutText({ aboutKind, aboutName }: MailRow): string {
  return [t(`mails.topics.${aboutKind}`), aboutKind === "account" ? "" : aboutName].filter(Boolean).join(" ");
}

/** Why it did not leave, or not for sure. */
export function toldWhy({ reason, state }: MailRow): string | null {
  return reason !== null && state !== "sent" ? reasonText(reason) : null;
}

function stateText({ state, isPartial }: MailRow): string {
  return state === "sent" && isPartial ? t("mails.sent_in_part") : t(`mails.states.${state}`);
}

function peopleName({ name, address }: { name: string | null; address: string }): string {
  return name ?? address;
}

function dateOf(instant: number | null): string | null {
  return instant === null ? null : dayOf(instant, current().zone);
}
