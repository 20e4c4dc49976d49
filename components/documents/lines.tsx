import { Table } from "@/components/ui/table";
import { decimalsOf } from "@/lib/core/currencies";
import { fixedDecimals, fromMinor } from "@/lib/core/decimal";
import type { Document, DocumentLine } from "@/lib/documents/queries";
import { discountText, lineAmountMinor } from "@/lib/documents/sums";
import { formatAmount, formatNumber } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

/** The lines as they are printed. Columns nobody filled are left out. */
export function DocumentLines({ document }: { document: Document }) {
  const { lines, currency } = document;
  const shown = columns(document).filter(({ isUsed }) => isUsed);
  return (
    <Table
      label={t("documents.lines.title")}
      columns={shown.map(({ column }) => column)}
      rows={lines.map((line) => ({ key: line.id, cells: shown.map(({ cell }) => cell(line, currency)) }))}
    />
  );
}

function columns(document: Document) {
  const { lines } = document;
  const word = (name: "code" | "description" | "quantity" | "unit" | "price" | "discount" | "tax" | "amount") => t(`documents.lines.${name}`);
  const some = (isFilled: (line: DocumentLine) => unknown) => lines.some((line) => Boolean(isFilled(line)));
  return [
    {
      isUsed: some(({ code }) => code),
      column: { key: "code", label: word("code"), kind: "code" as const, phone: "line" as const },
      cell: ({ code }: DocumentLine) => code,
    },
    {
      isUsed: true,
      column: { key: "description", label: word("description"), phone: "title" as const },
      cell: ({ description }: DocumentLine) => <span className="prewrap">{description}</span>,
    },
    {
      isUsed: true,
      column: { key: "quantity", label: word("quantity"), kind: "number" as const, phone: "label" as const },
      cell: ({ quantity, unit }: DocumentLine) => [formatNumber(quantity), unit].filter(Boolean).join(" "),
    },
    {
      isUsed: true,
      column: { key: "price", label: word("price"), kind: "number" as const, phone: "label" as const },
      cell: ({ unitPrice }: DocumentLine, currency: string) => formatAmount(unitPrice, currency),
    },
    {
      isUsed: some(({ discountValue }) => discountValue),
      column: { key: "discount", label: word("discount"), kind: "number" as const, phone: "label" as const },
      cell: (line: DocumentLine, currency: string) => discountText(line, currency),
    },
    {
      isUsed: some(({ taxes }) => taxes.length),
      column: { key: "tax", label: word("tax"), kind: "soft" as const, phone: "line" as const },
      cell: ({ taxes }: DocumentLine) => taxes.map(({ name }) => name).join(", "),
    },
    {
      isUsed: true,
      column: { key: "amount", label: word("amount"), kind: "money" as const, phone: "end" as const },
      cell: (line: DocumentLine, currency: string) => amount(lineAmountMinor(line, document), currency),
    },
  ];
}

function amount(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return formatAmount(fixedDecimals(fromMinor(minor, decimals), decimals), currency);
}
