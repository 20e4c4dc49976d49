import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Facts, Strip } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import { minorText } from "@/lib/i18n/balances";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Payable } from "@/lib/receipts/choices";
import type { Application, Receipt } from "@/lib/receipts/queries";
import type { FormAction } from "@/lib/web/form-state";
import { ApplyForm, VoidForm } from "./receipt-deeds";
import { receiptState } from "./states";

type Props = {
  receipt: Receipt;
  applications: Application[];
  /** Open invoices of the customer, when what is left may still be applied. */
  payable: Payable[];
  apply?: FormAction;
  takeBack?: FormAction;
  mailHref?: string;
  files: ReactNode;
};

export function ReceiptPage({ receipt, applications, payable, apply, takeBack, mailHref, files }: Props) {
  const { label, accountId, customerName, issuedOn, currency, totalMinor, balanceMinor } = receipt;
  const title = t("receipts.of", { number: label ?? "" });
  const state = receiptState(receipt);
  const isVoided = receipt.status === "voided";
  const canApply = apply && payable.length > 0;
  return (
    <main className="ticket">
      <title>{`${title} · ${customerName} · ${t("app.name")}`}</title>
      <p className="paper-only">{receipt.issuerSnapshot?.name}</p>
      <PageHead
        help={t("help.receipt")}
        title={title}
        link={`/receipts/${receipt.id}`}
        soft={
          <>
            <State tone={state.tone}>{state.label}</State> · <a href={`/accounts/${accountId}`}>{customerName}</a> · {formatDate(issuedOn)}
          </>
        }
        crumbs={[{ href: "/receipts", label: t("receipts.title") }, { label: label ?? "" }]}
        more={mailHref && <ButtonLink href={mailHref}>{t("mails.send")}</ButtonLink>}
        actions={
          canApply && (
            <ButtonLink href="#apply" look="main">
              {t("receipts.apply")}
            </ButtonLink>
          )
        }
      />
      <Strip
        figures={[
          { label: t("receipts.received"), value: minorText(totalMinor, currency) },
          { label: t("receipts.fields.applied"), value: minorText(isVoided ? 0 : totalMinor - balanceMinor, currency) },
          { label: t("receipts.customer_credit"), value: minorText(balanceMinor, currency) },
        ]}
      />
      <Tenders receipt={receipt} />
      <Applications applications={applications} currency={currency} />
      <Facts
        facts={[
          { label: t("receipts.fields.notes"), value: receipt.notes },
          { label: t("documents.fields.reason"), value: receipt.reason },
        ]}
      />
      {canApply && <ApplyForm action={apply} receipt={receipt} payable={payable} />}
      {takeBack && <VoidForm action={takeBack} id={receipt.id} />}
      {files}
    </main>
  );
}

function Tenders({ receipt: { tenders, currency } }: { receipt: Receipt }) {
  return (
    <section aria-labelledby="tenders">
      <h2 className="section-head" id="tenders">
        {t("receipts.tenders")}
      </h2>
      <Table
        label={t("receipts.tenders")}
        columns={[
          { key: "method", label: t("receipts.fields.method"), phone: "title" },
          { key: "reference", label: t("receipts.fields.reference"), kind: "soft", phone: "line" },
          { key: "cheque", label: t("receipts.fields.cheque_date"), kind: "date", phone: "label" },
          { key: "amount", label: t("receipts.fields.amount"), kind: "money", phone: "end" },
        ]}
        rows={tenders.map(({ id, method, reference, chequeDueOn, amountMinor }) => ({
          key: id,
          cells: [t(`receipts.methods.${method}`), reference, chequeDueOn && formatDate(chequeDueOn), minorText(amountMinor, currency)],
        }))}
      />
    </section>
  );
}

function Applications({ applications, currency }: { applications: Application[]; currency: string }) {
  if (applications.length === 0) return null;
  return (
    <section aria-labelledby="applications">
      <h2 className="section-head" id="applications">
        {t("receipts.applications")}
      </h2>
      <Table
        label={t("receipts.applications")}
        columns={[
          { key: "invoice", label: t("documents.kinds.invoice.one"), kind: "code", phone: "title" },
          { key: "date", label: t("receipts.fields.received_on"), kind: "date", phone: "line" },
          { key: "amount", label: t("receipts.fields.applied"), kind: "money", phone: "end" },
        ]}
        rows={applications.map(({ id, invoiceId, label, on, amountMinor }) => ({
          key: id,
          cells: [
            <a key="invoice" href={`/invoices/${invoiceId}`}>
              {label}
            </a>,
            amountMinor < 0 ? `${formatDate(on)} · ${t("receipts.reversed")}` : formatDate(on),
            minorText(amountMinor, currency),
          ],
        }))}
      />
    </section>
  );
}
