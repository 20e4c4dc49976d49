import type { Verb } from "@/components/documents/verbs";
import { grants } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Document } from "@/lib/documents/queries";
import { allows, isEditable } from "@/lib/documents/rules";
import { t } from "@/lib/i18n/words";
import { canDiscardInvoice, canEditInvoice, canIssueInvoice, canVoidInvoice } from "@/lib/invoices/policy";
import { canMail } from "@/lib/mail/policy";
import { isMailable, mailAddress } from "@/lib/mail/rules";
import type { FormAction } from "@/lib/web/form-state";

type Actions = Record<"issue" | "discard", FormAction>;

/** What may be done with an invoice now, the most likely first. */
export function invoiceVerbs(invoice: Document, viewer: Viewer, actions: Actions): Verb[] {
  const { id, status, balanceMinor } = invoice;
  const page = `/invoices/${id}`;
  const deed = (name: keyof Actions, label: string): Verb => ({ id: name, label, action: actions[name], hidden: { id } });
  const verbs: (Verb | false)[] = [
    allows("invoice", "issue", status) && canIssueInvoice(viewer, invoice) && deed("issue", t("documents.verbs.issue")),
    status === "issued" &&
      balanceMinor > 0 &&
      grants(viewer, "receipts", "collect", invoice) && { id: "collect", label: t("documents.verbs.collect"), href: `/receipts/new?invoice=${id}` },
    isEditable("invoice", invoice) && canEditInvoice(viewer, invoice) && { id: "edit", label: t("app.edit"), href: `${page}/edit` },
    isMailable("invoice", invoice) &&
      canMail(viewer, { kind: "invoice", record: invoice }) && { id: "mail", label: t("mails.send"), href: mailAddress("invoice", id) },
    { id: "pdf", label: t("documents.verbs.download_pdf"), href: `${page}/pdf` },
    allows("invoice", "discard", status) && canDiscardInvoice(viewer, invoice) && deed("discard", t("documents.verbs.delete_draft")),
    allows("invoice", "void", status) && canVoidInvoice(viewer, invoice) && { id: "void", label: t("documents.verbs.void"), href: `${page}?do=void` },
  ];
  return verbs.filter((verb) => verb !== false);
}
