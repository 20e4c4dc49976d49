import { ButtonLink } from "@/components/ui/button";
import { type Column, Table } from "@/components/ui/table";
import type { ImportKind } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { Import, OutcomeRow } from "@/lib/imports/queries";
import { reasonsText } from "@/lib/imports/reasons";
import type { Counts, Outcome } from "@/lib/imports/rules";
import { columnWord } from "./column-word";

type Props = { record: Import; counts: Counts; rows: Record<Outcome, OutcomeRow[]> };

/** What is refused comes first: it is what somebody has to act on. */
const order = ["refused", "new", "changed", "unchanged"] as const;

export function OutcomeTables({ record, counts, rows }: Props) {
  return order.map(
    (outcome) => counts[outcome] > 0 && <OutcomeTable key={outcome} outcome={outcome} record={record} count={counts[outcome]} rows={rows[outcome]} />,
  );
}

function OutcomeTable({ outcome, record, count, rows }: { outcome: Outcome; record: Import; count: number; rows: OutcomeRow[] }) {
  const title = t(record.state === "applied" ? `imports.totals_applied.${outcome}` : `imports.totals.${outcome}`);
  const reason = reasonColumn(outcome);
  const targets = shownTargets(record, reason !== undefined);
  const columns: Column[] = [
    { key: "row", label: t("imports.row"), kind: "code", phone: "label" },
    ...targets.map((target): Column => ({ key: target, label: columnWord(record.kind, target), phone: target === "name" ? "title" : "line" })),
    ...(reason ? [reason] : []),
  ];
  return (
    <section>
      <div className="section-head">
        <h2>{`${title}: ${count}`}</h2>
        {outcome === "refused" && <ButtonLink href={`/imports/${record.id}/refused`}>{t("imports.refused_rows")}</ButtonLink>}
      </div>
      {outcome === "refused" && <p className="soft">{t("imports.refused_rows_hint")}</p>}
      <Table
        label={title}
        columns={columns}
        rows={rows.map((row) => ({
          key: row.number,
          cells: [row.number, ...targets.map((target) => cellOf(record, row, target)), ...(reason ? [reasonsText(record.kind, row.reasons)] : [])],
        }))}
      />
      {count > rows.length && <p className="soft">{t("imports.first_rows", { count: rows.length })}</p>}
    </section>
  );
}

const telling: Record<ImportKind, string[]> = { accounts: ["name", "contactName", "city", "country"], catalog: ["code", "name", "unitPrice"] };

/** Few columns are enough to know a row again; fewer when its reason stands beside. */
function shownTargets({ kind, mapping }: Import, hasReason: boolean) {
  const mapped = Object.values(mapping);
  return telling[kind].filter((target) => mapped.includes(target) && (!hasReason || target === "name" || target === "code"));
}

function reasonColumn(outcome: Outcome): Column | undefined {
  if (outcome === "refused") return { key: "reason", label: t("imports.fields.reason"), phone: "line" };
  return outcome === "changed" ? { key: "reason", label: t("imports.fields.changes"), phone: "line" } : undefined;
}

function cellOf({ kind, state, mapping }: Import, { cells, recordId }: OutcomeRow, target: string) {
  const index = Object.keys(mapping).find((key) => mapping[key] === target);
  const text = cells[Number(index)] ?? "";
  return target === "name" && recordId !== null && state === "applied" ? <a href={`/${kind}/${recordId}`}>{text}</a> : text;
}
