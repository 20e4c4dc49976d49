import type { ReactNode } from "react";
import { State } from "@/components/ui/state";
import { balanceOf, sourceText, stateText } from "@/lib/documents/columns";
import { isSalesKind, kinds, type SalesKind } from "@/lib/documents/kinds";
import type { DocumentRow } from "@/lib/documents/list";
import { stateOf } from "@/lib/documents/rules";
import { minorText } from "@/lib/i18n/balances";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

/** The cells of a kind's list that are more than their text. `hasDate` when the date stands in a column of its own. */
export function listCells(kind: SalesKind, today: string, hasDate: boolean): Record<string, (row: DocumentRow) => ReactNode> {
  const money = (minorOf: (row: DocumentRow) => number | undefined) => (row: DocumentRow) => {
    const minor = minorOf(row);
    return minor === undefined ? null : minorText(minor, row.currency);
  };
  return {
    number: number(kinds[kind].path, hasDate),
    customer: ({ accountId, customerName }) => <a href={`/accounts/${accountId}`}>{customerName}</a>,
    source: sources,
    state: state(kind, today),
    net: money(({ net }) => net),
    taxes: money(({ taxes }) => taxes),
    total: money(({ totalMinor }) => totalMinor),
    balance: money(balanceOf),
  };
}

function number(path: string, hasDate: boolean) {
  return ({ id, label, issuedOn }: DocumentRow) => (
    <>
      <a href={`${path}/${id}`}>{label ?? t("documents.draft_short")}</a> {!hasDate && <small className="soft">{formatDate(issuedOn)}</small>}
    </>
  );
}

function sources(row: DocumentRow): ReactNode {
  const { id, kind } = row.sources[0] ?? {};
  const isOne = row.sources.length === 1 && kind !== undefined && isSalesKind(kind);
  return isOne ? <a href={`${kinds[kind].path}/${id}`}>{sourceText(row)}</a> : sourceText(row);
}

function state(kind: SalesKind, today: string) {
  return (row: DocumentRow) => <State tone={stateOf(kind, row, today).shape}>{stateText(kind, row, today)}</State>;
}
