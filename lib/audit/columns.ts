import { current } from "@/lib/i18n/current";
import { isMessageKey, t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { AuditRow } from "./list";

/** Every column of the audit, for its page and its file. */
export const auditColumns: ListColumn<AuditRow>[] = [
  { key: "id", label: () => t("audit.number"), kind: "code", phone: "skip", value: ({ id }) => String(id) },
  { key: "when", label: () => t("audit.when"), phone: "end", value: ({ at }) => instantText(at) },
  { key: "who", label: () => t("audit.who"), phone: "line", value: whoText },
  {
    key: "event",
    label: () => t("audit.event"),
    phone: "title",
    isFixed: true,
    value: ({ name, isWhole }) => (isWhole ? eventText(name) : `${eventText(name)} (${t("audit.broken")})`),
  },
  { key: "kind", label: () => t("audit.kind"), kind: "soft", phone: "skip", value: ({ subjectKind }) => kindText(subjectKind) },
  { key: "record", label: () => t("audit.record"), phone: "line", value: recordText },
  {
    key: "account",
    label: () => t("audit.account"),
    kind: "soft",
    phone: "line",
    value: ({ account, subjectKind }) => (subjectKind === "account" ? null : account?.label),
  },
  { key: "source", label: () => t("audit.source"), kind: "soft", phone: "line", value: ({ source }) => sourceText(source) },
  { key: "changes", label: () => t("audit.changes"), phone: "skip", value: ({ changes }) => changes.map(({ text }) => text).join("; ") },
];

export function eventText(name: string): string {
  const key = `events.${name}`;
  return isMessageKey(key) ? t(key) : t("events.other");
}

export function kindText(kind: string): string {
  const key = `audit.kinds.${kind}`;
  return isMessageKey(key) ? t(key) : kind;
}

/** How it is called, else what it is and its number. */
export function recordText({ record, subjectKind, subjectId }: AuditRow): string {
  return record.label ?? (subjectId === null || subjectKind === "company" ? kindText(subjectKind) : `${kindText(subjectKind)} #${subjectId}`);
}

export function whoText({ actorKind, actorName, source }: AuditRow): string {
  return actorKind === "staff" ? (actorName ?? "") : t(`events.by.${actorKind === "system" && source === "web_form" ? "web_form" : actorKind}`);
}

/** What somebody did by hand says nothing of itself. */
export function sourceText(source: string): string | null {
  const key = `audit.sources.${source}`;
  return source === "web" ? null : isMessageKey(key) ? t(key) : source;
}

/** `YYYY-MM-DD HH:MM:SS` where the reader is. */
function instantText(at: number): string {
  return new Date(at).toLocaleString("sv-SE", { timeZone: current().zone });
}
