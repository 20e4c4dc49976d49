import { CheckboxField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { HiddenField } from "@/components/forms/other-fields";
import { MoneyField } from "@/components/forms/text-fields";
import { Table } from "@/components/ui/table";
import { minorText } from "@/lib/i18n/balances";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Payable } from "@/lib/receipts/choices";

type Props = {
  invoices: Payable[];
  currency: string;
  /** What stands in the box of each invoice at first, by its id. */
  amounts?: Record<number, string>;
  oldestFirst: boolean;
};

/** One box per invoice that owes, and what to do with the rest. */
export function AllocationFields({ invoices, currency, amounts = {}, oldestFirst }: Props) {
  if (invoices.length === 0) return <p className="soft">{t("receipts.no_open_invoices", { currency })}</p>;
  return (
    <FieldGroup legend={t("receipts.applications")} name="allocations" hint={t("receipts.applications_hint")} section>
      <CheckboxField name="oldestFirst" label={t("receipts.rest_oldest")} initial={oldestFirst} />
      <div className="lines">
        <Table
          label={t("receipts.applications")}
          columns={[
            { key: "number", label: t("documents.kinds.invoice.one"), kind: "code", phone: "title" },
            { key: "due", label: t("documents.fields.due_on"), kind: "date", phone: "line" },
            { key: "total", label: t("documents.fields.total"), kind: "money", phone: "skip" },
            { key: "balance", label: t("documents.fields.balance"), kind: "money", phone: "end" },
            { key: "amount", label: t("app.apply"), kind: "number", phone: "line" },
          ]}
          rows={invoices.map((invoice, index) => ({ key: invoice.id, cells: cellsOf(invoice, index, amounts[invoice.id]) }))}
        />
      </div>
    </FieldGroup>
  );
}

function cellsOf({ id, label, dueOn, issuedOn, totalMinor, balanceMinor, currency }: Payable, index: number, amount: string | undefined) {
  return [
    label,
    formatDate(dueOn ?? issuedOn),
    minorText(totalMinor, currency),
    minorText(balanceMinor, currency),
    <span key="amount">
      <HiddenField name={`allocations.${index}.invoiceId`} initial={id} />
      <MoneyField name={`allocations.${index}.amount`} label={t("receipts.apply_box", { number: label ?? "" })} initial={amount} />
    </span>,
  ];
}
