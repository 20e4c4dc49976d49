import type { ReactNode } from "react";
import { State } from "@/components/ui/state";
import { eventText, recordText } from "@/lib/audit/columns";
import type { AuditRow } from "@/lib/audit/list";
import { withQuery } from "@/lib/core/links";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

export const auditPath = "/settings/audit";

/** The cells of the audit that are more than their text. */
export const auditCells: Partial<Record<string, (row: AuditRow) => ReactNode>> = {
  when: ({ at }) => formatInstant(at),
  event: (row) => <EventCell row={row} />,
  account: ({ account, subjectKind }) => account && subjectKind !== "account" && <a href={account.href}>{account.label}</a>,
};

function EventCell({ row }: { row: AuditRow }) {
  const { name, isWhole, record, subjectKind, subjectId, changes } = row;
  return (
    <>
      {eventText(name)} {record.href ? <a href={record.href}>{recordText(row)}</a> : subjectKind !== "company" && recordText(row)}{" "}
      {!isWhole && <State tone="late">{t("audit.broken")}</State>}
      <details>
        <summary>{t("audit.see", { count: changes.length })}</summary>
        {changes.length > 0 && (
          <ul>
            {changes.map(({ field, text }) => (
              <li key={field}>{text}</li>
            ))}
          </ul>
        )}
        {subjectId !== null && <a href={withQuery(auditPath, {}, { kind: subjectKind, id: subjectId })}>{t("audit.all_of_record")}</a>}
      </details>
    </>
  );
}
