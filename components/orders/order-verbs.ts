import type { Verb } from "@/components/documents/verbs";
import type { Viewer } from "@/lib/access/viewer";
import type { Document } from "@/lib/documents/queries";
import { allows, isEditable } from "@/lib/documents/rules";
import { t } from "@/lib/i18n/words";
import { canCreateInvoice } from "@/lib/invoices/policy";
import { canMail } from "@/lib/mail/policy";
import { isMailable, mailAddress } from "@/lib/mail/rules";
import { canConfirmOrder, canEditOrder, canVoidOrder } from "@/lib/orders/policy";
import type { FormAction } from "@/lib/web/form-state";

type Actions = Record<"confirm" | "invoice", FormAction>;

/** What may be done with an order now, the most likely first. */
export function orderVerbs(
  order: Document,
  viewer: Viewer,
  { hasPending, hasOffspring }: { hasPending: boolean; hasOffspring: boolean },
  actions: Actions,
): Verb[] {
  const { id, status } = order;
  const page = `/orders/${id}`;
  const goesOn = status === "confirmed" && hasPending && canCreateInvoice(viewer, order);
  const deed = (name: keyof Actions, label: string): Verb => ({ id: name, label, action: actions[name], hidden: { id } });
  const verbs: (Verb | false)[] = [
    allows("order", "confirm", status) && canConfirmOrder(viewer, order) && deed("confirm", t("documents.verbs.confirm")),
    goesOn && deed("invoice", t("documents.verbs.make_invoice")),
    isEditable("order", order) && canEditOrder(viewer, order) && { id: "edit", label: t("app.edit"), href: `${page}/edit` },
    goesOn && { id: "invoice-partly", label: t("documents.verbs.make_invoice_partly"), href: `${page}?do=invoice` },
    isMailable("order", order) && canMail(viewer, { kind: "order", record: order }) && { id: "mail", label: t("mails.send"), href: mailAddress("order", id) },
    { id: "pdf", label: t("documents.verbs.download_pdf"), href: `${page}/pdf` },
    !hasOffspring &&
      allows("order", "void", status) &&
      canVoidOrder(viewer, order) && { id: "void", label: t("documents.verbs.void"), href: `${page}?do=void` },
  ];
  return verbs.filter((verb) => verb !== false);
}
