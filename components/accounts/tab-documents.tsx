import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import type { AccountTab } from "@/lib/accounts/filters";
import type { latestDocuments, tabKinds } from "@/lib/accounts/overview";
import type { Day } from "@/lib/core/dates";
import { stateOf } from "@/lib/documents/rules";
import { minorText } from "@/lib/i18n/balances";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

type Row = ReturnType<typeof latestDocuments>[number];
type Props = { tab: Extract<AccountTab, keyof typeof tabKinds>; kind: (typeof tabKinds)[keyof typeof tabKinds]; rows: Row[]; today: Day };

/** The latest documents of one kind; what is owed only where something can be. */
export function TabDocuments({ tab, kind, rows, today }: Props) {
  const owes = kind === "invoice";
  const columns = [
    { key: "number", label: t("documents.fields.number"), phone: "title" as const },
    { key: "date", label: t("documents.fields.date"), kind: "date" as const, phone: "line" as const },
    { key: "state", label: owes ? t("documents.fields.payment_status") : t("documents.fields.status"), kind: "state" as const, phone: "line" as const },
    { key: "total", label: t("documents.fields.total"), kind: "money" as const, phone: "end" as const },
    { key: "balance", label: t("documents.fields.balance"), kind: "money" as const, phone: "label" as const },
  ];
  return (
    <Table
      label={t(`accounts.tabs.${tab}`)}
      columns={owes ? columns : columns.slice(0, -1)}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, { tab, kind, today }).slice(0, owes ? 5 : 4) }))}
    />
  );
}

function cellsOf(row: Row, { tab, kind, today }: Omit<Props, "rows">) {
  const { id, label, issuedOn, totalMinor, balanceMinor, currency } = row;
  return [
    <a key="number" className="who" href={`/${tab}/${id}`}>
      {label ?? t("documents.draft_of", { kind: t(`documents.kinds.${kind}.one`) })}
    </a>,
    formatDate(issuedOn),
    <DocumentState key="state" row={row} kind={kind} today={today} />,
    minorText(totalMinor, currency),
    balanceMinor > 0 && minorText(balanceMinor, currency),
  ];
}

function DocumentState({ row, kind, today }: { row: Row; kind: Props["kind"]; today: Day }) {
  if (kind === "receipt") return <State tone={row.status === "voided" ? "off" : "good"}>{t(`documents.statuses.receipt.${row.status}`)}</State>;
  const { word, shape } = stateOf(kind, { ...row, kind }, today);
  return <State tone={shape}>{t(`documents.${word}`)}</State>;
}
