import type { ReactNode } from "react";
import { State } from "@/components/ui/state";
import type { Column } from "@/components/ui/table";
import { sortLink } from "@/lib/core/links";
import type { DocumentFilters } from "@/lib/documents/filters";
import { isSalesKind, kinds, type SalesKind } from "@/lib/documents/kinds";
import type { DocumentRow } from "@/lib/documents/list";
import { stateOf } from "@/lib/documents/rules";
import { minorText } from "@/lib/i18n/balances";
import { formatDate, relativeDay } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

type ListColumn = Column & { cell: (row: DocumentRow) => ReactNode };

/** The columns of a kind's list: the promised date and the balance only where the kind has them. */
export function listColumns(kind: SalesKind, filters: DocumentFilters, today: string): ListColumn[] {
  const { path, deadline, isFiscal } = kinds[kind];
  const sort = (column: string) => sortLink(path, filters, column);
  const columns: (ListColumn | false)[] = [
    { key: "number", label: t(`documents.kinds.${kind}.one`), phone: "title", sort: sort("date"), cell: number(path) },
    { key: "customer", label: t("documents.fields.customer"), phone: "line", sort: sort("customer"), cell: ({ customerName }) => customerName },
    { key: "source", label: t("documents.fields.source"), kind: "soft", phone: "skip", cell: sources },
    deadline !== null && {
      key: "until",
      label: t(deadline === "dueOn" ? "documents.fields.due_on" : "documents.fields.valid_until"),
      kind: "date",
      phone: "skip",
      cell: (row) => row[deadline] && formatDate(row[deadline]),
    },
    {
      key: "state",
      label: t(isFiscal ? "documents.fields.payment_status" : "documents.fields.status"),
      kind: "state",
      phone: "line",
      cell: state(kind, today),
    },
    {
      key: "total",
      label: t("documents.fields.total"),
      kind: "money",
      phone: isFiscal ? "skip" : "end",
      sort: sort("total"),
      cell: ({ totalMinor, currency }) => minorText(totalMinor, currency),
    },
    isFiscal && { key: "balance", label: t("documents.fields.balance"), kind: "money", phone: "end", cell: balance },
  ];
  return columns.filter((column) => column !== false);
}

function number(path: string) {
  return ({ id, label, issuedOn }: DocumentRow) => (
    <>
      <a href={`${path}/${id}`}>{label ?? t("documents.draft_short")}</a> <small className="soft">{formatDate(issuedOn)}</small>
    </>
  );
}

function sources({ sources: found }: DocumentRow): ReactNode {
  if (found.length === 0) return t("documents.sources.direct");
  if (found.length > 1) return t("documents.sources.several");
  const { id, kind, label } = found[0]!;
  const words = `${t(`documents.kinds.${kind}.one`)} ${label ?? ""}`;
  return isSalesKind(kind) ? <a href={`${kinds[kind].path}/${id}`}>{words}</a> : words;
}

function state(kind: SalesKind, today: string) {
  return (row: DocumentRow) => {
    const { word, shape } = stateOf(kind, row, today);
    const text = word === "payment_statuses.overdue" ? t("documents.overdue_since", { when: relativeDay(row.dueOn!, today) }) : t(`documents.${word}`);
    return <State tone={shape}>{text}</State>;
  };
}

/** A draft owes nothing yet, and what was voided nothing any more: neither is a zero. */
function balance({ status, balanceMinor, currency }: DocumentRow) {
  return status === "draft" || status === "voided" ? null : minorText(balanceMinor, currency);
}
