import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import type { listActivities, listProspects } from "@/lib/accounts/overview";
import { dayOfStart, whenText } from "@/lib/activities/when";
import type { Day } from "@/lib/core/dates";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

type ActivityRow = ReturnType<typeof listActivities>["rows"][number];

export function TabActivities({ label, rows, today }: { label: string; rows: ActivityRow[]; today: Day }) {
  return (
    <Table
      label={label}
      columns={[
        { key: "subject", label: t("activities.fields.subject"), phone: "title" },
        { key: "when", label: t("activities.fields.date"), kind: "date", phone: "line" },
        { key: "state", label: t("app.status"), kind: "state", phone: "line" },
        { key: "owner", label: t("activities.fields.owner"), kind: "soft", phone: "line" },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a key="subject" className="who" href={`/activities/${row.id}`}>{`${t(`activities.kinds.${row.kind}`)}: ${row.subject}`}</a>,
          whenText(row),
          <ActivityState key="state" row={row} today={today} />,
          row.ownerName,
        ],
      }))}
    />
  );
}

function ActivityState({ row, today }: { row: ActivityRow; today: Day }) {
  const day = dayOfStart(row);
  const word = t(`activities.statuses.${row.status}`);
  if (row.status !== "planned") return <State tone={row.status === "done" ? "good" : "off"}>{word}</State>;
  return <State tone={day < today ? "late" : day === today ? "soon" : "plan"}>{word}</State>;
}

export function TabProspects({ rows }: { rows: ReturnType<typeof listProspects>["rows"] }) {
  return (
    <Table
      label={t("prospects.title")}
      columns={[
        { key: "number", label: t("prospects.fields.number"), kind: "code", phone: "end" },
        { key: "name", label: t("prospects.fields.person_name"), phone: "title" },
        { key: "subject", label: t("prospects.fields.subject"), phone: "line" },
        { key: "status", label: t("prospects.fields.status"), phone: "line" },
        { key: "next", label: t("prospects.fields.next_action"), kind: "date", phone: "label" },
      ]}
      rows={rows.map(({ id, number, personName, subject, status, nextActionOn }) => ({
        key: id,
        cells: [
          number,
          <a key="name" className="who" href={`/prospects/${id}`}>
            {personName}
          </a>,
          subject,
          t(`prospects.statuses.${status}`),
          nextActionOn && formatDate(nextActionOn),
        ],
      }))}
    />
  );
}
