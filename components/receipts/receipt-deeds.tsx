import { Form } from "@/components/forms/form";
import { TextArea } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { minorText } from "@/lib/i18n/balances";
import { t } from "@/lib/i18n/words";
import type { Payable } from "@/lib/receipts/choices";
import type { Receipt } from "@/lib/receipts/queries";
import type { FormAction } from "@/lib/web/form-state";
import { AllocationFields } from "./allocation-fields";

/** What the receipt has left, to invoices that owe. */
export function ApplyForm({ action, receipt, payable }: { action: FormAction; receipt: Receipt; payable: Payable[] }) {
  const { id, balanceMinor, currency } = receipt;
  return (
    <section className="screen-only" id="apply" aria-labelledby="apply-title">
      <h2 className="section-head" id="apply-title">
        {t("receipts.apply")}
      </h2>
      <p>{t("receipts.apply_left", { amount: minorText(balanceMinor, currency) })}</p>
      <Form action={action} id="apply-form" hidden={{ id }}>
        <AllocationFields invoices={payable} currency={currency} oldestFirst />
        <div className="bar">
          <Button look="main">{t("receipts.apply")}</Button>
        </div>
      </Form>
    </section>
  );
}

export function VoidForm({ action, id }: { action: FormAction; id: number }) {
  return (
    <section className="screen-only" aria-labelledby="void-title">
      <h2 className="section-head" id="void-title">
        {t("receipts.void")}
      </h2>
      <p className="soft">{t("receipts.void_hint")}</p>
      <Form action={action} id="void-form" hidden={{ id }}>
        <TextArea name="reason" label={t("receipts.void_reason")} rows={2} required />
        <div className="bar">
          <Button look="danger">{t("receipts.void")}</Button>
        </div>
      </Form>
    </section>
  );
}
