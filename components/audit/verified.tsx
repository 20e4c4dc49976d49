import { Notice } from "@/components/ui/notice";
import type { AuditRow } from "@/lib/audit/list";
import type { lastVerification } from "@/lib/events/verification";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

/** When the whole log was last looked at, and what is new since. */
export function LogVerified({ verified: { last, whole } }: { verified: ReturnType<typeof lastVerification> }) {
  const broken = [last, whole].find((look) => look?.broken !== undefined);
  if (broken) return <Notice tone="late">{t("audit.verified_broken", { when: formatInstant(broken.at), broken: broken.broken! })}</Notice>;
  if (!whole) return <p className="soft">{t("audit.verified_never")}</p>;
  const isNewer = last !== undefined && last.until > whole.until;
  return (
    <p className="soft">
      {t("audit.verified", { when: formatInstant(whole.at), until: whole.until })}
      {isNewer && ` ${t("audit.verified_since", { when: formatInstant(last.at), until: last.until })}`}
    </p>
  );
}

export function PageVerified({ rows }: { rows: AuditRow[] }) {
  const broken = rows.filter(({ isWhole }) => !isWhole).map(({ id }) => id);
  if (broken.length === 0) return <p className="soft">{t("audit.whole")}</p>;
  return <Notice tone="late">{t("audit.tampered", { count: broken.length, ids: broken.join(", ") })}</Notice>;
}
