import type { Verb } from "@/components/documents/verbs";
import type { Viewer } from "@/lib/access/viewer";
import type { Document } from "@/lib/documents/queries";
import { allows, isEditable, isExpired } from "@/lib/documents/rules";
import { t } from "@/lib/i18n/words";
import { canCreateInvoice } from "@/lib/invoices/policy";
import { canMail } from "@/lib/mail/policy";
import { isMailable, mailAddress } from "@/lib/mail/rules";
import { canCreateOrder } from "@/lib/orders/policy";
import { canEditQuote, canSendQuote, canVoidQuote } from "@/lib/quotes/policy";
import type { FormAction } from "@/lib/web/form-state";

type Actions = Record<"send" | "accept" | "revise" | "order" | "invoice", FormAction>;

/** What may be done with a quote now, the most likely first. */
export function quoteVerbs(
  quote: Document,
  viewer: Viewer,
  { hasPending, hasOffspring }: { hasPending: boolean; hasOffspring: boolean },
  actions: Actions,
): Verb[] {
  const { id, status, isCurrent, validUntil } = quote;
  const page = `/quotes/${id}`;
  const leads = (verb: string) => isCurrent && allows("quote", verb, status);
  const holds = status === "accepted" || !isExpired({ validUntil }, viewer.today);
  const goesOn = isCurrent && hasPending && holds && (status === "sent" || status === "accepted");
  const deed = (name: keyof Actions, label: string): Verb => ({ id: name, label, action: actions[name], hidden: { id } });
  const verbs: (Verb | false)[] = [
    leads("send") && canSendQuote(viewer, quote) && deed("send", t("documents.verbs.send")),
    goesOn && canCreateOrder(viewer, quote) && deed("order", t("documents.verbs.make_order")),
    isEditable("quote", quote) && canEditQuote(viewer, quote) && { id: "edit", label: t("app.edit"), href: `${page}/edit` },
    leads("accept") && holds && canEditQuote(viewer, quote) && deed("accept", t("documents.verbs.accept")),
    goesOn && canCreateInvoice(viewer, quote) && deed("invoice", t("documents.verbs.make_invoice")),
    goesOn && canCreateOrder(viewer, quote) && { id: "order-partly", label: t("documents.verbs.make_order_partly"), href: `${page}?do=order` },
    goesOn && canCreateInvoice(viewer, quote) && { id: "invoice-partly", label: t("documents.verbs.make_invoice_partly"), href: `${page}?do=invoice` },
    !hasOffspring && leads("revise") && canEditQuote(viewer, quote) && deed("revise", t("documents.verbs.revise")),
    !hasOffspring && leads("reject") && canEditQuote(viewer, quote) && { id: "reject", label: t("documents.verbs.reject"), href: `${page}?do=reject` },
    isMailable("quote", quote) && canMail(viewer, { kind: "quote", record: quote }) && { id: "mail", label: t("mails.send"), href: mailAddress("quote", id) },
    { id: "pdf", label: t("documents.verbs.download_pdf"), href: `${page}/pdf` },
    !hasOffspring && leads("void") && canVoidQuote(viewer, quote) && { id: "void", label: t("documents.verbs.void"), href: `${page}?do=void` },
  ];
  return verbs.filter((verb) => verb !== false);
}
