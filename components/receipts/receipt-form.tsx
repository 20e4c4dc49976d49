import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { DateField, TextArea } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { t } from "@/lib/i18n/words";
import type { Payable } from "@/lib/receipts/choices";
import { receivedBy } from "@/lib/receipts/forms";
import type { FormAction } from "@/lib/web/form-state";
import { AllocationFields } from "./allocation-fields";
import { TenderRows } from "./tender-rows";

type Props = {
  action: FormAction;
  account: { id: number; name: string };
  currency: string;
  /** Other currencies the account owes in. */
  others: string[];
  invoices: Payable[];
  today: string;
  /** When it started from an invoice: that one and what it owes, as typed. */
  chosen?: { id: number; amount: string };
};

export function ReceiptEditor({ action, account, currency, others, invoices, today, chosen }: Props) {
  const title = t("receipts.new");
  const home = `/accounts/${account.id}`;
  return (
    <main>
      <title>{`${title} · ${account.name} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.receipt_form")}
        title={title}
        soft={<a href={home}>{account.name}</a>}
        crumbs={[{ href: "/receipts", label: t("receipts.title") }, { label: title }]}
        more={others.length > 0 && others.map((code) => <OtherCurrency key={code} accountId={account.id} currency={code} />)}
      />
      <Form action={action} hidden={{ accountId: account.id, currency }}>
        <FieldGroup legend={t("receipts.tenders")} section>
          <div className="grid">
            <DateField name="receivedOn" label={t("receipts.fields.received_on")} initial={today} max={today} required />
          </div>
          <TenderRows
            currency={currency}
            initial={[{ method: "transfer", amount: chosen?.amount ?? "" }]}
            methods={receivedBy.map((method) => ({ value: method, label: t(`receipts.methods.${method}`) }))}
            words={tenderWords()}
          />
        </FieldGroup>
        <AllocationFields invoices={invoices} currency={currency} amounts={chosen && { [chosen.id]: chosen.amount }} oldestFirst={chosen === undefined} />
        <TextArea name="notes" label={t("receipts.fields.notes")} rows={2} />
        <div className="bar">
          <Button look="main">{t("receipts.new")}</Button>
          <ButtonLink href={home} look="quiet">
            {t("app.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </main>
  );
}

function OtherCurrency({ accountId, currency }: { accountId: number; currency: string }) {
  return <ButtonLink href={`/receipts/new?account=${accountId}&currency=${currency}`}>{t("receipts.other_currency", { currency })}</ButtonLink>;
}

function tenderWords() {
  return {
    method: t("receipts.fields.method"),
    amount: t("receipts.fields.amount"),
    reference: t("receipts.fields.reference"),
    chequeDueOn: t("receipts.fields.cheque_date"),
    add: t("receipts.add_tender"),
  };
}
