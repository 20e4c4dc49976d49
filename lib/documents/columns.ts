import { decimalsOf } from "@/lib/core/currencies";
import { fromMinor } from "@/lib/core/decimal";
import { relativeDay } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import { kinds, type SalesKind } from "./kinds";
import type { DocumentRow } from "./list";
import { stateOf } from "./rules";

const extra = { kind: "soft", phone: "skip", isExtra: true } as const;
const money = { kind: "money", goesWith: "currency" } as const;

/** The columns of a kind's list, in their order: the promised date and the balance only where the kind has them. `sortsByDue` where it may. */
export function documentColumns(kind: SalesKind, today: string, sortsByDue = false): ListColumn<DocumentRow>[] {
  const { deadline, isFiscal } = kinds[kind];
  const columns: (ListColumn<DocumentRow> | false)[] = [
    { key: "id", label: () => t("lists.id"), ...extra, kind: "code", value: ({ id }) => String(id) },
    {
      key: "number",
      label: () => t(`documents.kinds.${kind}.one`),
      phone: "title",
      sort: "date",
      isFixed: true,
      goesWith: "date",
      value: ({ label }) => label,
    },
    { key: "date", label: () => t("documents.fields.date"), ...extra, kind: "date", value: ({ issuedOn }) => issuedOn },
    { key: "customer", label: () => t("documents.fields.customer"), phone: "line", sort: "customer", value: ({ customerName }) => customerName },
    { key: "tax_id", label: () => t("accounts.fields.tax_id"), ...extra, kind: "code", value: ({ tax_id }) => tax_id },
    { key: "source", label: () => t("documents.fields.source"), kind: "soft", phone: "skip", value: sourceText },
    deadline !== null && {
      ...{ key: "until", label: () => t(deadline === "dueOn" ? "documents.fields.due_on" : "documents.fields.valid_until"), kind: "date", phone: "skip" },
      sort: sortsByDue && deadline === "dueOn" ? "due" : undefined,
      value: (row) => row[deadline],
    },
    {
      ...{ key: "state", label: () => t(isFiscal ? "documents.fields.payment_status" : "documents.fields.status"), kind: "state", phone: "line" },
      value: (row) => stateText(kind, row, today),
    },
    { key: "owner", label: () => t("documents.fields.owner"), ...extra, value: ({ owner }) => owner },
    { key: "notes", label: () => t("documents.fields.notes"), ...extra, value: ({ notes }) => notes },
    { key: "currency", label: () => t("documents.fields.currency"), ...extra, value: ({ currency }) => currency },
    { key: "net", label: () => t("documents.fields.net"), ...money, phone: "skip", isExtra: true, value: (row) => amount(row, row.net) },
    { key: "taxes", label: () => t("documents.fields.taxes"), ...money, phone: "skip", isExtra: true, value: (row) => amount(row, row.taxes) },
    {
      ...{ key: "total", label: () => t("documents.fields.total"), ...money, phone: isFiscal ? "skip" : "end", sort: "total" },
      value: (row) => amount(row, row.totalMinor),
    },
    isFiscal && { key: "balance", label: () => t("documents.fields.balance"), ...money, phone: "end", value: (row) => amount(row, balanceOf(row)) },
  ];
  return columns.filter((column) => column !== false);
}

/** A draft owes nothing yet, and what was voided nothing any more: neither is a zero. */
export function balanceOf({ status, balanceMinor }: Pick<DocumentRow, "status" | "balanceMinor">): number | undefined {
  return status === "draft" || status === "voided" ? undefined : balanceMinor;
}

export function stateText(kind: SalesKind, row: DocumentRow, today: string): string {
  const { word } = stateOf(kind, row, today);
  return word === "payment_statuses.overdue" ? t("documents.overdue_since", { when: relativeDay(row.dueOn!, today) }) : t(`documents.${word}`);
}

export function sourceText({ sources: [first, second] }: DocumentRow): string {
  if (first === undefined) return t("documents.sources.direct");
  return second === undefined ? `${t(`documents.kinds.${first.kind}.one`)} ${first.label ?? ""}` : t("documents.sources.several");
}

function amount({ currency }: DocumentRow, minor: number | undefined): string | undefined {
  return minor === undefined ? undefined : fromMinor(minor, decimalsOf(currency));
}
