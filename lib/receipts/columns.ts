import type { TenderMethod } from "@/db/vocabulary";
import { decimalsOf } from "@/lib/core/currencies";
import { fromMinor } from "@/lib/core/decimal";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { ReceiptRow } from "./queries";
import { stateKey } from "./rules";

const extra = { kind: "soft", phone: "skip", isExtra: true } as const;
const money = { kind: "money", goesWith: "currency" } as const;

/** Every column that the list of collections can show or give out, in its order. */
export const receiptColumns: ListColumn<ReceiptRow>[] = [
  { key: "id", label: () => t("lists.id"), ...extra, kind: "code", value: ({ id }) => String(id) },
  { key: "number", label: () => t("receipts.fields.number"), sort: "number", phone: "title", isFixed: true, value: ({ label }) => label },
  { key: "date", label: () => t("receipts.fields.received_on"), kind: "date", sort: "date", phone: "end", value: ({ issuedOn }) => issuedOn },
  { key: "customer", label: () => t("receipts.fields.account"), sort: "customer", phone: "line", value: ({ customerName }) => customerName },
  { key: "methods", label: () => t("receipts.fields.method"), ...extra, value: methodNames },
  { key: "state", label: () => t("app.status"), kind: "state", phone: "line", value: (row) => t(stateKey(row)) },
  { key: "owner", label: () => t("documents.fields.owner"), ...extra, value: ({ owner }) => owner },
  { key: "notes", label: () => t("receipts.fields.notes"), ...extra, value: ({ notes }) => notes },
  { key: "currency", label: () => t("documents.fields.currency"), ...extra, value: ({ currency }) => currency },
  { key: "amount", label: () => t("receipts.fields.amount"), ...money, sort: "amount", phone: "end", value: (row) => amount(row, row.totalMinor) },
  {
    ...{ key: "left", label: () => t("receipts.fields.unapplied"), ...money, phone: "label" },
    value: (row) => (row.balanceMinor > 0 ? amount(row, row.balanceMinor) : undefined),
  },
];

function methodNames({ methods }: ReceiptRow): string {
  const names = (methods?.split(",") ?? []) as TenderMethod[];
  return names.map((name) => t(`receipts.methods.${name}`)).join(", ");
}

function amount({ currency }: ReceiptRow, minor: number): string {
  return fromMinor(minor, decimalsOf(currency));
}
